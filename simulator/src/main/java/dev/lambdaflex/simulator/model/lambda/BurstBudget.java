package dev.lambdaflex.simulator.model.lambda;

import java.time.Duration;
import java.time.Instant;

/** How many environments a function may still gain in the present window. */
final class BurstBudget {

    private final int burst;
    private final Duration window;
    private Instant windowEnds = Instant.MIN;
    private int left;

    BurstBudget(int burst, Duration window) {
        this.burst = burst;
        this.window = window;
    }

    boolean take(Instant now) {
        if (!now.isBefore(windowEnds)) {
            windowEnds = now.plus(window);
            left = burst;
        }
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
