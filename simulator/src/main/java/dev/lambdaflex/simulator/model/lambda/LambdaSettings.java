package dev.lambdaflex.simulator.model.lambda;

import java.time.Duration;
import java.util.Optional;

import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.weights.plan.Durations;

/**
 * How Lambda behaves.
 *
 * @param concurrencyLimit environments that there may be at once; 1,000 by default for an account
 * @param reserved         how many of them are reserved for the function at first, which is also its cap
 * @param burst            environments that a function may gain in one {@code burstWindow}; what is unused does not accumulate
 * @param burstWindow      10 s
 * @param coldStart        until a new environment can take its request
 * @param idleLife         how long an environment lives without a request; AWS does not say, minutes are observed
 */
public record LambdaSettings(int concurrencyLimit, Optional<Integer> reserved, int burst, Duration burstWindow,
        DurationRange coldStart,
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
        return new LambdaSettings(1_000, Optional.empty(), 1_000, Duration.ofSeconds(10),
                DurationRange.ofSeconds(0.4, 1.5),
                DurationRange.ofSeconds(300, 600));
    }

    /** The waiting times divided by {@code speed}; a cold start is latency of a request and stays. */
    public LambdaSettings shortened(double speed) {
        return new LambdaSettings(concurrencyLimit, reserved, burst, Durations.divide(burstWindow, speed), coldStart,
                idleLife.shortened(speed));
    }

    public LambdaSettings withConcurrencyLimit(int limit) {
        return new LambdaSettings(limit, reserved, burst, burstWindow, coldStart, idleLife);
    }

    public LambdaSettings withReserved(int environments) {
        return new LambdaSettings(concurrencyLimit, Optional.of(environments), burst, burstWindow, coldStart, idleLife);
    }
}
