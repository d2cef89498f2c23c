/**
 * AWS behind the provisioner's ports. {@link dev.lambdaflex.provisioner.aws.AwsPorts} puts the adapters of one app together, and
 * {@link dev.lambdaflex.provisioner.aws.Preflight} says in one sentence what would not work before anything is changed. Here, and in
 * the edge's weight source, is the only place that knows the SDK.
 */
@NullMarked
package dev.lambdaflex.provisioner.aws;

import org.jspecify.annotations.NullMarked;
