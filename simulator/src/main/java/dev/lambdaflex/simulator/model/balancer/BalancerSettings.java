package dev.lambdaflex.simulator.model.balancer;

import java.time.Duration;

import dev.lambdaflex.weights.plan.Durations;

/**
 * The attributes of a load balancer and its target group.
 *
 * @param checkInterval       between two health checks of a target; 5 to 300 s
 * @param healthyThreshold    successes in a row that make an unhealthy target healthy; a new one needs a single success
 * @param unhealthyThreshold  failures in a row that make a target unhealthy
 * @param deregistrationDelay how long a target drains; deregistration_delay.timeout_seconds
 * @param clientKeepAlive     the longest life of a client's connection; client_keep_alive.seconds
 */
public record BalancerSettings(Duration checkInterval, int healthyThreshold, int unhealthyThreshold,
        Duration deregistrationDelay,
        Duration clientKeepAlive) {

    public BalancerSettings {
        boolean thresholds = inThresholds(healthyThreshold) && inThresholds(unhealthyThreshold);
        if (!thresholds || checkInterval.toMillis() < 1 || deregistrationDelay.isNegative()
                || clientKeepAlive.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "healthyThreshold: %d, unhealthyThreshold: %d, checkInterval: %s, deregistrationDelay: %s, clientKeepAlive: %s "
                            .formatted(healthyThreshold, unhealthyThreshold, checkInterval, deregistrationDelay,
                                    clientKeepAlive)
                            + "(expected: 2 to 10, 2 to 10, above 0, 0 or more, above 0)");
        }
    }

    /** AWS's own defaults. */
    public static BalancerSettings defaults() {
        return new BalancerSettings(Duration.ofSeconds(30), 5, 2, Duration.ofSeconds(300), Duration.ofSeconds(3600));
    }

    /** As a template sets them that wants to be gone soon: checks every 10 s, drains 30 s, no client connection over 60 s. */
    public static BalancerSettings quick() {
        return new BalancerSettings(Duration.ofSeconds(10), 2, 2, Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    /** All times divided by {@code speed}. */
    public BalancerSettings shortened(double speed) {
        return new BalancerSettings(Durations.divide(checkInterval, speed), healthyThreshold, unhealthyThreshold,
                Durations.divide(deregistrationDelay, speed), Durations.divide(clientKeepAlive, speed));
    }

    private static boolean inThresholds(int value) {
        return value >= 2 && value <= 10;
    }
}
