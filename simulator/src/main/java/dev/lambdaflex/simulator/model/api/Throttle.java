package dev.lambdaflex.simulator.model.api;

import java.time.Duration;
import java.time.Instant;

/** A token bucket that holds one second's worth of calls. */
final class Throttle {

    private final double perSecond;
    private final double capacity;
    private double tokens;
    private Instant filled = Instant.MIN;

    Throttle(double perSecond) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("callsPerSecond: %s (expected: above 0)".formatted(perSecond));
        }
        this.perSecond = perSecond;
        this.capacity = Math.max(1, perSecond);
        this.tokens = capacity;
    }

    boolean admits(Instant now) {
        if (!filled.equals(Instant.MIN)) {
            tokens = Math.min(capacity, tokens + perSecond * Duration.between(filled, now).toMillis() / 1000.0);
        }
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
