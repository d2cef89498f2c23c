/**
 * The two homes of an app as AWS tells of them: the stack of the Fargate tier with its service and its targets, and the function
 * with the API Gateway name in front of it.
 */
@NullMarked
package dev.lambdaflex.provisioner.aws.tier;

import org.jspecify.annotations.NullMarked;
