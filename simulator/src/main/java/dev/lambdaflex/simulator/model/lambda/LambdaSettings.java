package dev.lambdaflex.simulator.model.lambda;

import java.time.Duration;

import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.weights.plan.Durations;

/**
 * How Lambda behaves.
 *
 * @param concurrencyLimit environments that there may be at once; 1,000 by default for an account
 * @param burst            environments that a function may gain in one {@code burstWindow}; what is unused does not accumulate
 * @param burstWindow      10 s
 * @param coldStart        until a new environment can take its request
 * @param idleLife         how long an environment lives without a request; AWS does not say, minutes are observed
 */
public record LambdaSettings(int concurrencyLimit, int burst, Duration burstWindow, DurationRange coldStart,
        DurationRange idleLife) {

    public LambdaSettings {
        if (concurrencyLimit < 0 || burst < 1 || burstWindow.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "concurrencyLimit: %d, burst: %d, burstWindow: %s (expected: 0 or more, above 0, above 0)"
                            .formatted(concurrencyLimit,
                                    burst, burstWindow));
        }
    }

    public static LambdaSettings defaults() {
        return new LambdaSettings(1_000, 1_000, Duration.ofSeconds(10), DurationRange.ofSeconds(0.4, 1.5),
                DurationRange.ofSeconds(300, 600));
    }

    /** The waiting times divided by {@code speed}; a cold start is latency of a request and stays. */
    public LambdaSettings shortened(double speed) {
        return new LambdaSettings(concurrencyLimit, burst, Durations.divide(burstWindow, speed), coldStart,
                idleLife.shortened(speed));
    }

    public LambdaSettings withConcurrencyLimit(int limit) {
        return new LambdaSettings(limit, burst, burstWindow, coldStart, idleLife);
    }
}
