package dev.lambdaflex.simulator.virtual;

import java.time.Duration;

import dev.lambdaflex.simulator.model.traffic.TrafficSettings;
import dev.lambdaflex.simulator.model.lambda.LambdaSettings;
import dev.lambdaflex.weights.migration.Environments;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.migration.Timing;

/**
 * One way up and down in about a thousand calls, in which Lambda's reservation is raised and lowered: all waiting times are a twentieth. Deadlines are not: a dead reconciler is
 * missed for 40 seconds, the rest of its lease and a tick, and in a real day that is little against each of them.
 */
final class ShortWay {

    private static final double SPEED = 20;
    /** Carries the load before it goes up; for what a request is said to cost below, too few for the drain of 2 requests/s. */
    private static final int RESERVED = 100;
    private static final Environments COSTLY = new Environments(1_000, 1.0 / RESERVED);
    private static final Duration BUSY = Duration.ofMinutes(7);

    private ShortWay() {}

    static RunSettings settings() {
        RunSettings shortened = RunSettings.quiet(1, Duration.ofMinutes(9))
                .with(TrafficSettings.defaults().withGroups(20))
                .shortened(SPEED);
        LambdaSettings reserved = shortened.app().lambda().withReserved(RESERVED);
        return shortened.with(patient(shortened.policy()))
                .with(shortened.app().with(reserved))
                .with(passed -> passed.compareTo(BUSY) < 0 ? 600.0 : 2.0);
    }

    private static Policy patient(Policy policy) {
        Timing waits = policy.timing();
        Timing deadlines = Timing.defaults();
        Timing timing = new Timing(waits.settle(), waits.metricsLag(), deadlines.stepDeadline(),
                deadlines.provisionDeadline(), deadlines.verifyDeadline(), waits.bake(), waits.quiet(),
                waits.quietMost(), deadlines.teardownDeadline(), waits.rollbackStep(), deadlines.rollbackDeadline(),
                waits.backoff(), waits.backoffMost());
        return new Policy(policy.plan(), policy.gates(), timing, policy.tier(), policy.fleet(), COSTLY,
                policy.drift(),
                policy.frozen());
    }
}
