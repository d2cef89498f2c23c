package dev.lambdaflex.weights.policy;

import dev.lambdaflex.weights.split.Tier;

/**
 * Where a policy wants the service to live, and why.
 *
 * @param tier   the wished tier; the present one when nothing shall change
 * @param reason the numbers behind it, for people
 */
public record Wish(Tier tier, String reason) {}
