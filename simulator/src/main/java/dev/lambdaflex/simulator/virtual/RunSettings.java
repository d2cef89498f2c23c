package dev.lambdaflex.simulator.virtual;

import java.time.Duration;

import dev.lambdaflex.simulator.model.CloudSettings;
import dev.lambdaflex.simulator.model.app.AppSettings;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.traffic.TrafficSettings;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.policy.ThresholdTierPolicy;

/**
 * One run in virtual time.
 *
 * @param seed    what all chance follows from
 * @param length  how long there is load; the run goes on without any until the app rests
 * @param tick    the pause between two ticks
 * @param load    how much is asked
 * @param faults  what fails in the cloud
 * @param mishaps what fails between the reconciler and the cloud
 * @param forgets whether each tick has a reconciler of its own, as where a schedule invokes a function
 */
public record RunSettings(long seed, Duration length, Duration tick, CloudSettings cloud, AppSettings app,
        TrafficSettings traffic, Policy policy, LoadCurve load, FaultPlan faults, Mishaps mishaps,
        boolean forgets) {

    private static final Duration TICK = Duration.ofSeconds(10);

    public RunSettings {
        if (length.compareTo(tick) < 0 || !tick.isPositive()) {
            throw new IllegalArgumentException(
                    "length: %s, tick: %s (expected: above 0, a tick at least)".formatted(length, tick));
        }
    }

    /** {@code length} of days with AWS's own times, the default policy, and no faults. */
    public static RunSettings quiet(long seed, Duration length) {
        Policy policy = Policy.defaults();
        return new RunSettings(seed, length, TICK, CloudSettings.defaults(), AppSettings.named("shop"),
                TrafficSettings.defaults(), policy, DayCurve.drawn(new Streams(seed)), FaultPlan.NONE, Mishaps.none(),
                false);
    }

    /** The same with faults of the cloud, lost answers and crashes. */
    public static RunSettings troubled(long seed, Duration length) {
        Streams streams = new Streams(seed);
        return quiet(seed, length).with(FaultPlan.drawn(streams, length)).with(Mishaps.drawn(streams, length));
    }

    public RunSettings with(LoadCurve other) {
        return new RunSettings(seed, length, tick, cloud, app, traffic, policy, other, faults, mishaps, forgets);
    }

    public RunSettings with(TrafficSettings other) {
        return new RunSettings(seed, length, tick, cloud, app, other, policy, load, faults, mishaps, forgets);
    }

    public RunSettings with(Policy other) {
        return new RunSettings(seed, length, tick, cloud, app, traffic, other, load, faults, mishaps, forgets);
    }

    public RunSettings with(AppSettings other) {
        return new RunSettings(seed, length, tick, cloud, other, traffic, policy, load, faults, mishaps, forgets);
    }

    public RunSettings with(FaultPlan other) {
        return new RunSettings(seed, length, tick, cloud, app, traffic, policy, load, other, mishaps, forgets);
    }

    public RunSettings with(Mishaps other) {
        return new RunSettings(seed, length, tick, cloud, app, traffic, policy, load, faults, other, forgets);
    }

    /** The same with nothing in memory from one tick to the next. */
    public RunSettings forgetful() {
        return new RunSettings(seed, length, tick, cloud, app, traffic, policy, load, faults, mishaps, true);
    }

    /** All waiting times divided by {@code speed}, but not the tick: the same moves in fewer ticks. */
    public RunSettings shortened(double speed) {
        Policy shorter = new Policy(policy.plan().shortened(speed), policy.gates(), policy.timing().shortened(speed),
                shorter(policy, speed), policy.fleet(), policy.environments(), policy.drift(),
                policy.frozen());
        return new RunSettings(seed, length, tick, cloud.shortened(speed), app.shortened(speed),
                traffic.shortened(speed), shorter, load, faults, mishaps, forgets);
    }

    private static ThresholdTierPolicy shorter(Policy policy, double speed) {
        return switch (policy.tier()) {
            case ThresholdTierPolicy thresholds -> thresholds.shortened(speed);
            default -> throw new IllegalArgumentException(
                    "policy: %s (expected: thresholds, for only they can be shortened)".formatted(policy.tier()));
        };
    }
}
