package dev.lambdaflex.weights.routing;

import dev.lambdaflex.weights.split.Tier;

/**
 * The health of both tiers, and the rule between them: at most one is ejected, unless both really refuse.
 *
 * @param lambda  health of the Lambda tier
 * @param fargate health of the Fargate tier
 */
public record FleetHealth(TierHealth lambda, TierHealth fargate) {

    public static final FleetHealth NEW = new FleetHealth(TierHealth.Serving.NEW, TierHealth.Serving.NEW);

    public TierHealth of(Tier tier) {
        return tier == Tier.LAMBDA ? lambda : fargate;
    }

    public Availability availability(Tier tier, long now) {
        return of(tier).available(now) ? Availability.AVAILABLE : Availability.EJECTED;
    }

    /**
     * The state after {@code outcome} of {@code tier}; the same instance when nothing changes.
     *
     * @param otherMayReceive whether the other tier has an upstream and may get requests by the split
     */
    public FleetHealth observe(Tier tier, Outcome outcome, boolean otherMayReceive, long now, OutlierPolicy policy) {
        boolean otherTakes = otherMayReceive && of(tier.other()) instanceof TierHealth.Serving;
        return with(tier, of(tier).observe(outcome, otherTakes, now, policy));
    }

    /** The state after a request was sent to {@code tier}: the same instance, or one with a trial under way. */
    public FleetHealth claim(Tier tier, long now, OutlierPolicy policy) {
        return with(tier, of(tier).claim(now, policy));
    }

    /** Nothing is known of {@code tier}: its upstream is another one now. */
    public FleetHealth forget(Tier tier) {
        return with(tier, TierHealth.Serving.NEW);
    }

    private FleetHealth with(Tier tier, TierHealth health) {
        if (health.equals(of(tier))) {
            return this;
        }
        return tier == Tier.LAMBDA ? new FleetHealth(health, fargate) : new FleetHealth(lambda, health);
    }
}
