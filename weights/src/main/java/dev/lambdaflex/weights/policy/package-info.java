/**
 * Which tier the service belongs on. A {@link dev.lambdaflex.weights.policy.TierPolicy} looks at the
 * {@link dev.lambdaflex.weights.policy.Demand} on both tiers together and says its wish; how the move is made is the
 * migration's business.
 */
@NullMarked
package dev.lambdaflex.weights.policy;

import org.jspecify.annotations.NullMarked;
