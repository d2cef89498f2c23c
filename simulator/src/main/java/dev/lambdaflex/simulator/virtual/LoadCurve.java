package dev.lambdaflex.simulator.virtual;

import java.time.Duration;

/** How many requests an app is asked over a run. */
@FunctionalInterface
public interface LoadCurve {

    /** Requests per second, {@code passed} after the start of the run. */
    double rate(Duration passed);
}
