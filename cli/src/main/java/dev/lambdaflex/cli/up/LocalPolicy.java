package dev.lambdaflex.cli.up;

import java.time.Duration;

import dev.lambdaflex.cli.config.AppConfig;
import dev.lambdaflex.weights.gate.GateSettings;
import dev.lambdaflex.weights.migration.Fleet;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.migration.Timing;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.policy.ThresholdTierPolicy;

/**
 * A policy for a cloud whose waiting times are shortened. The load is not: a hundredth of it needs the same time to bring the
 * same number of requests, so the app that {@code up} brings along is held to a limit that few requests bound.
 */
final class LocalPolicy {

    private LocalPolicy() {}

    /** The app that {@code up} runs when no configuration names one. */
    static AppConfig sample() {
        // With no error among 32 requests the rate is below 8 % with 95 % confidence.
        GateSettings gates = new GateSettings(0.08, 40, Duration.ofSeconds(10), 1000, 30, 3);
        ThresholdTierPolicy thresholds = new ThresholdTierPolicy(100, 70, 2, Duration.ofMinutes(10),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10));
        return new AppConfig("shop", "shop.lambdaflex.test", ShiftPlan.standard(), gates, Timing.defaults(), thresholds,
                new Fleet(2, 4, 400), false);
    }

    /** The policy of {@code app} with its times divided by {@code speed}, but never so short that a process cannot start. */
    static Policy shortened(AppConfig app, double speed) {
        return new Policy(app.plan().shortened(speed), app.gates(),
                withFloors(app.timing().shortened(speed), app.timing()),
                withFloors(app.thresholds().shortened(speed), app.thresholds()), app.fleet(), app.frozen());
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
