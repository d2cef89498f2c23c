/**
 * CloudWatch in both directions: what the tiers served, asked once a period for both of them, and the few meters of our own that
 * are worth their price there.
 */
@NullMarked
package dev.lambdaflex.provisioner.aws.metrics;

import org.jspecify.annotations.NullMarked;
