package dev.lambdaflex.simulator.model.metrics;

import java.time.Duration;

import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.weights.plan.Durations;

/**
 * How CloudWatch behaves in time.
 *
 * @param period    the length of one datum; the services publish by the minute
 * @param lag       from the end of a period until its data can be read: 2 to 3 minutes
 * @param retention how long data is kept; AWS keeps minutes for 15 days, and nothing here looks back further than hours
 */
public record MetricsSettings(Duration period, DurationRange lag, Duration retention) {

    public MetricsSettings {
        if (period.toMillis() < 1 || retention.compareTo(period) < 0) {
            throw new IllegalArgumentException(
                    "period: %s, retention: %s (expected: 1 ms or more, at least one period)".formatted(period,
                            retention));
        }
    }

    public static MetricsSettings defaults() {
        return new MetricsSettings(Duration.ofMinutes(1), DurationRange.ofSeconds(120, 180), Duration.ofHours(6));
    }

    /** All times divided by {@code speed}. The period stays whole seconds, for in those the API asks for periods. */
    public MetricsSettings shortened(double speed) {
        Duration shorter = Duration
                .ofSeconds(Math.max(1, Math.round(Durations.divide(period, speed).toMillis() / 1e3)));
        Duration kept = Durations.divide(retention, speed);
        return new MetricsSettings(shorter, lag.shortened(speed), kept.compareTo(shorter) < 0 ? shorter : kept);
    }
}
