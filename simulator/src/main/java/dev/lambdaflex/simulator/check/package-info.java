/**
 * Watches a run and says when one of the design's invariants is broken. It stands between the reconciler and the cloud and
 * compares each write with the truth of the model at that moment; it never steers.
 */
@NullMarked
package dev.lambdaflex.simulator.check;

import org.jspecify.annotations.NullMarked;
