package dev.lambdaflex.weights.migration;

import dev.lambdaflex.weights.gate.GateSettings;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.policy.ThresholdTierPolicy;
import dev.lambdaflex.weights.policy.TierPolicy;

/**
 * How one app is to be run.
 *
 * @param plan         the plan of migrations that automation starts
 * @param gates        the limits that a tier is held to
 * @param timing       how long things may and must take
 * @param tier         when to move
 * @param fleet        how large Fargate is
 * @param environments how large Lambda is
 * @param drift        what becomes of records that somebody else changed
 * @param frozen       the freeze switch: nothing is started and nothing moves on; rollback still works
 */
public record Policy(ShiftPlan plan, GateSettings gates, Timing timing, TierPolicy tier, Fleet fleet,
        Environments environments, DriftPolicy drift, boolean frozen) {

    /** What an app gets that says nothing of its own. */
    public static Policy defaults() {
        return new Policy(ShiftPlan.standard(), GateSettings.defaults(), Timing.defaults(),
                ThresholdTierPolicy.defaults(), Fleet.defaults(), Environments.defaults(), DriftPolicy.REVERT, false);
    }
}
