package dev.lambdaflex.simulator.load;

import java.time.Instant;

/** Nanoseconds of a clock that never jumps, and what a wall clock would have shown then. */
final class Monotonic {

    private final Instant wall = Instant.now();
    private final long zero = System.nanoTime();

    long now() {
        return System.nanoTime() - zero;
    }

    Instant at(long nanos) {
        return wall.plusNanos(nanos);
    }
}
