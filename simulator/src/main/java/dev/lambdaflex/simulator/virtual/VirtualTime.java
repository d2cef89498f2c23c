package dev.lambdaflex.simulator.virtual;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when it is told to. */
final class VirtualTime implements InstantSource {

    /** A midnight, so that the hours of a load curve are hours of the day. */
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void move(Duration by) {
        now = now.plus(by);
    }

    Duration passed() {
        return Duration.between(START, now);
    }
}
