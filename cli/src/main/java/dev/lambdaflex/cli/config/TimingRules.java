package dev.lambdaflex.cli.config;

import java.time.Duration;

import dev.lambdaflex.weights.migration.Timing;
import dev.lambdaflex.weights.plan.Durations;

/** What the times of an app must be to make sense together. */
final class TimingRules {

    private TimingRules() {}

    static Timing checked(Timing timing) {
        requireAboveZero("stepDeadline", timing.stepDeadline());
        requireAboveZero("provisionDeadline", timing.provisionDeadline());
        requireAboveZero("verifyDeadline", timing.verifyDeadline());
        requireAboveZero("quiet", timing.quiet());
        requireAboveZero("teardownDeadline", timing.teardownDeadline());
        requireAboveZero("rollbackStep", timing.rollbackStep());
        requireAboveZero("backoff", timing.backoff());
        requireNoLess("quietMost", timing.quietMost(), "quiet", timing.quiet());
        requireNoLess("rollbackDeadline", timing.rollbackDeadline(), "rollbackStep", timing.rollbackStep());
        requireNoLess("backoffMost", timing.backoffMost(), "backoff", timing.backoff());
        return timing;
    }

    private static void requireAboveZero(String key, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("%s: %s (expected: above 0)".formatted(key, Durations.text(value)));
        }
    }

    private static void requireNoLess(String key, Duration value, String than, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException("%s: %s (expected: no less than %s, which is %s)".formatted(key,
                    Durations.text(value), than, Durations.text(least)));
        }
    }
}
