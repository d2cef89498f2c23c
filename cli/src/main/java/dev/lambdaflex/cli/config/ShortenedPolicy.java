package dev.lambdaflex.cli.config;

import java.time.Duration;

import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.migration.Timing;
import dev.lambdaflex.weights.policy.ThresholdTierPolicy;

/**
 * A policy for a cloud whose waiting times are shortened. What real processes and real metrics need is not: it has floors.
 */
public final class ShortenedPolicy {

    private ShortenedPolicy() {}

    /** The policy of {@code app} with its times divided by {@code speed}, but never so short that a process cannot start; 1 leaves them as they are. */
    public static Policy of(AppConfig app, double speed) {
        return new Policy(app.plan().shortened(speed), app.gates(),
                withFloors(app.timing().shortened(speed), app.timing()),
                withFloors(app.thresholds().shortened(speed), app.thresholds()), app.fleet(), app.environments(),
                app.drift(),
                app.frozen());
    }

    /** Metrics come in whole seconds at least: a shorter window would hold none. */
    private static ThresholdTierPolicy withFloors(ThresholdTierPolicy shortened, ThresholdTierPolicy original) {
        return new ThresholdTierPolicy(shortened.upAbove(), shortened.downBelow(), shortened.panicFactor(),
                floor(shortened.stableWindow(), 3, original.stableWindow()),
                floor(shortened.panicWindow(), 2, original.panicWindow()), shortened.dwell());
    }

    /** Real processes start, stop and answer in real time, whatever the speed. */
    private static Timing withFloors(Timing shortened, Timing original) {
        return new Timing(shortened.settle(), floor(shortened.metricsLag(), 2, original.metricsLag()),
                floor(shortened.stepDeadline(), 60, original.stepDeadline()),
                floor(shortened.provisionDeadline(), 90, original.provisionDeadline()),
                floor(shortened.verifyDeadline(), 60, original.verifyDeadline()), shortened.bake(), shortened.quiet(),
                floor(shortened.quietMost(), 45, original.quietMost()),
                floor(shortened.teardownDeadline(), 30, original.teardownDeadline()),
                shortened.rollbackStep(), floor(shortened.rollbackDeadline(), 30, original.rollbackDeadline()),
                shortened.backoff(),
                shortened.backoffMost());
    }

    private static Duration floor(Duration duration, int seconds, Duration original) {
        Duration floor = Duration.ofSeconds(seconds);
        Duration raised = duration.compareTo(floor) < 0 ? floor : duration;
        return raised.compareTo(original) > 0 ? original : raised;
    }
}
