/**
 * The weighted records of an app in Route 53: read in one listing, replaced in one batch that is its own compare-and-swap, and
 * never touched while anything foreign stands beside them.
 */
@NullMarked
package dev.lambdaflex.provisioner.aws.zone;

import org.jspecify.annotations.NullMarked;
