package dev.lambdaflex.simulator.plane.testing;

import dev.lambdaflex.simulator.plane.PlaneTimings;
import java.time.Duration;

/** Timings for tests: generous for real work on a busy machine, each waiting time set by the test that is about it. */
public final class Timings {

    private static final Duration LONG = Duration.ofSeconds(60);

    public Duration environmentIdle = LONG;
    public Duration initTimeout = LONG;
    public Duration functionTimeout = LONG;
    public Duration integrationTimeout = LONG;
    public Duration probeInterval = Duration.ofMillis(100);
    public Duration idleTimeout = LONG;
    public Duration clientKeepAlive = LONG;

    public PlaneTimings build() {
        return new PlaneTimings(environmentIdle, initTimeout, functionTimeout, integrationTimeout, probeInterval,
                Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), idleTimeout, clientKeepAlive);
    }
}
