/**
 * Who serves which share: the two {@link dev.lambdaflex.weights.split.Tier tiers}, the
 * {@link dev.lambdaflex.weights.split.Split} between them, and the integer
 * {@link dev.lambdaflex.weights.split.RecordWeights weights} that express it in a Route 53 record set.
 */
@NullMarked
package dev.lambdaflex.weights.split;

import org.jspecify.annotations.NullMarked;
