package dev.lambdaflex.simulator.check;

import java.time.Instant;

/** One breach of an invariant. */
public record Violation(Instant at, Invariant invariant, String sentence) {

    @Override
    public String toString() {
        return "%s %s: %s".formatted(at, invariant, sentence);
    }
}
