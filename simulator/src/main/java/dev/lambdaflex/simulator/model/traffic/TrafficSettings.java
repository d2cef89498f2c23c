package dev.lambdaflex.simulator.model.traffic;

import java.time.Duration;

import dev.lambdaflex.weights.plan.Durations;

/**
 * Who asks, and how long answers take.
 *
 * @param groups          groups of clients, each behind a resolver of its own and of equal weight
 * @param stubbornShare   share of the resolvers that keep an answer longer than its TTL
 * @param stubbornTime    how much longer
 * @param eternalShare    share of the resolvers that keep an answer for ever, as a JVM with cache TTL -1 does
 * @param keepAliveShare  share of the groups that reuse their connections
 * @param idleTimeout     after which an unused connection is closed
 * @param lambdaLatency   median of a warm request at Lambda
 * @param fargateLatency  median of a request at an idle task
 * @param spread          the sigma of the log-normal latency; 0.5 puts p99 at 3.2 medians
 * @param requestsPerTask requests per second that one task can answer at most
 */
public record TrafficSettings(int groups, double stubbornShare, Duration stubbornTime, double eternalShare,
        double keepAliveShare,
        Duration idleTimeout, Duration lambdaLatency, Duration fargateLatency, double spread, double requestsPerTask) {

    public TrafficSettings {
        boolean shares = isShare(stubbornShare) && isShare(eternalShare) && isShare(keepAliveShare)
                && stubbornShare + eternalShare <= 1;
        if (groups < 1 || !shares || !(spread >= 0) || !(requestsPerTask > 0)) {
            throw new IllegalArgumentException(
                    "groups: %d, stubbornShare: %s, eternalShare: %s, keepAliveShare: %s, spread: %s, requestsPerTask: %s "
                            .formatted(
                                    groups, stubbornShare, eternalShare, keepAliveShare, spread, requestsPerTask)
                            + "(expected: 1 or more, shares from 0 to 1, 0 or more, above 0)");
        }
    }

    public static TrafficSettings defaults() {
        return new TrafficSettings(100, 0.05, Duration.ofMinutes(10), 0.0, 0.3, Duration.ofSeconds(60),
                Duration.ofMillis(30),
                Duration.ofMillis(20), 0.5, 150);
    }

    /** The same with another number of groups: fewer are coarser and quicker. */
    public TrafficSettings withGroups(int other) {
        return new TrafficSettings(other, stubbornShare, stubbornTime, eternalShare, keepAliveShare, idleTimeout,
                lambdaLatency, fargateLatency, spread, requestsPerTask);
    }

    /** The waiting times divided by {@code speed}; latencies stay. */
    public TrafficSettings shortened(double speed) {
        return new TrafficSettings(groups, stubbornShare, Durations.divide(stubbornTime, speed), eternalShare,
                keepAliveShare,
                Durations.divide(idleTimeout, speed), lambdaLatency, fargateLatency, spread, requestsPerTask);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
