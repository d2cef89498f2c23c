/** The way to AWS, part by part. */
@NullMarked
package dev.lambdaflex.provisioner.aws.client;

import org.jspecify.annotations.NullMarked;
