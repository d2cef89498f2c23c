package dev.lambdaflex.simulator.model.zone;

import java.time.Duration;

import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.weights.plan.Durations;

/**
 * How Route 53 behaves in time.
 *
 * @param propagation    until a change is on one name server; "generally within 60 s" for all of them
 * @param intake         while a change is taken in and others of the zone get PriorRequestNotComplete
 * @param aliasTtl       the TTL of an answer through an alias to a load balancer, fixed by AWS
 * @param nameServers    servers of the delegation set
 * @param changesKept    how long GetChange knows a change
 * @param callsPerSecond the throttle of the account
 */
public record ZoneSettings(DurationRange propagation, DurationRange intake, Duration aliasTtl, int nameServers,
        Duration changesKept,
        double callsPerSecond) {

    public ZoneSettings {
        if (nameServers < 1 || aliasTtl.isNegative() || !(callsPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "nameServers: %d, aliasTtl: %s, callsPerSecond: %s (expected: 1 or more, 0 or more, above 0)"
                            .formatted(nameServers, aliasTtl, callsPerSecond));
        }
    }

    public static ZoneSettings defaults() {
        return new ZoneSettings(DurationRange.ofSeconds(5, 60), DurationRange.ofSeconds(0.1, 0.8),
                Duration.ofSeconds(60), 4,
                Duration.ofDays(7), 5);
    }

    /** All times divided by {@code speed}. The throttle stays: whoever calls does so in real time. */
    public ZoneSettings shortened(double speed) {
        return new ZoneSettings(propagation.shortened(speed), intake.shortened(speed),
                Durations.divide(aliasTtl, speed),
                nameServers, Durations.divide(changesKept, speed), callsPerSecond);
    }
}
