package dev.lambdaflex.simulator.model.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

import dev.lambdaflex.weights.plan.Durations;

/** A duration that is drawn evenly between two bounds. */
public record DurationRange(Duration least, Duration most) {

    public DurationRange {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "least: %s, most: %s (expected: 0 <= least <= most)".formatted(least, most));
        }
    }

    public static DurationRange ofSeconds(double least, double most) {
        return new DurationRange(Duration.ofMillis(Math.round(least * 1000)),
                Duration.ofMillis(Math.round(most * 1000)));
    }

    /** Always {@code duration}. */
    public static DurationRange exactly(Duration duration) {
        return new DurationRange(duration, duration);
    }

    public Duration draw(RandomGenerator random) {
        long spread = most.minus(least).toMillis();
        return spread == 0 ? least : least.plusMillis(random.nextLong(spread + 1));
    }

    /** Both bounds divided by {@code speed}. */
    public DurationRange shortened(double speed) {
        return new DurationRange(Durations.divide(least, speed), Durations.divide(most, speed));
    }
}
