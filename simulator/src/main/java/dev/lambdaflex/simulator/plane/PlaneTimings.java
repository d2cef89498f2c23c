package dev.lambdaflex.simulator.plane;

import java.time.Duration;

/**
 * Every waiting time of the data plane.
 *
 * @param environmentIdle    after this an idle environment is ended; AWS publishes none, minutes are observed
 * @param initTimeout        from process start to the first {@code next} (Lambda: 10 s)
 * @param functionTimeout    longest invocation; 29 s, below the gateway's 30 s, else time-outs stay invisible
 * @param integrationTimeout longest wait of the gateway for the function (HTTP API: 30 s, fixed)
 * @param probeInterval      between two probes of a task (target group: 30 s)
 * @param probeTimeout       of one probe (target group: 5 s)
 * @param stopTimeout        between SIGTERM and SIGKILL (ECS on Fargate: 30 s)
 * @param connectTimeout     of the balancer to a target (ALB: 10 s)
 * @param idleTimeout        silence after which the balancer gives a request up (ALB: 60 s)
 * @param clientKeepAlive    age at which the balancer ends a client's connection (ALB: 3600 s)
 */
public record PlaneTimings(Duration environmentIdle, Duration initTimeout, Duration functionTimeout,
        Duration integrationTimeout, Duration probeInterval, Duration probeTimeout, Duration stopTimeout,
        Duration connectTimeout, Duration idleTimeout, Duration clientKeepAlive) {

    public static final PlaneTimings AWS = new PlaneTimings(Duration.ofMinutes(10), Duration.ofSeconds(10),
            Duration.ofSeconds(29), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(5),
            Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(3600));

    public PlaneTimings {
        requirePositive("environmentIdle", environmentIdle);
        requirePositive("initTimeout", initTimeout);
        requirePositive("functionTimeout", functionTimeout);
        requirePositive("integrationTimeout", integrationTimeout);
        requirePositive("probeInterval", probeInterval);
        requirePositive("probeTimeout", probeTimeout);
        requirePositive("stopTimeout", stopTimeout);
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("idleTimeout", idleTimeout);
        requirePositive("clientKeepAlive", clientKeepAlive);
    }

    /**
     * The same with waits divided by {@code speed}. Real work on this machine does not get faster by it, so what bounds
     * real work keeps a floor: a JVM needs seconds to start on two busy cores, and a request may wait for that start.
     */
    public PlaneTimings shortened(double speed) {
        if (!(speed >= 1) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed: %s (expected: 1 or more)".formatted(speed));
        }
        return new PlaneTimings(divide(environmentIdle, speed, Duration.ofSeconds(1)),
                divide(initTimeout, speed, Duration.ofSeconds(10)), //
                divide(functionTimeout, speed, Duration.ofSeconds(14)),
                divide(integrationTimeout, speed, Duration.ofSeconds(15)),
                divide(probeInterval, speed, Duration.ofMillis(200)),
                divide(probeTimeout, speed, Duration.ofSeconds(2)), //
                divide(stopTimeout, speed, Duration.ofSeconds(2)),
                divide(connectTimeout, speed, Duration.ofSeconds(2)),
                divide(idleTimeout, speed, Duration.ofSeconds(15)),
                divide(clientKeepAlive, speed, Duration.ofSeconds(1)));
    }

    /** Never longer than the original, which may be below the floor already. */
    private static Duration divide(Duration original, double speed, Duration floor) {
        Duration divided = Duration.ofNanos(Math.round(original.toNanos() / speed));
        Duration raised = divided.compareTo(floor) < 0 ? floor : divided;
        return raised.compareTo(original) > 0 ? original : raised;
    }

    private static void requirePositive(String name, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException("%s: %s (expected: at least 1 ms)".formatted(name, value));
        }
    }
}
