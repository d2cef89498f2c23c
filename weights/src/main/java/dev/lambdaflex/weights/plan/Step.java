package dev.lambdaflex.weights.plan;

import java.time.Duration;

import dev.lambdaflex.weights.split.Split;

/**
 * One step of a plan.
 *
 * @param split the split while the step lasts
 * @param hold  how long the step lasts at least, counted from when its change has settled
 */
public record Step(Split split, Duration hold) {
    public Step {
        if (hold.isNegative()) {
            throw new IllegalArgumentException("hold: %s (expected: zero or more)".formatted(hold));
        }
    }
}
