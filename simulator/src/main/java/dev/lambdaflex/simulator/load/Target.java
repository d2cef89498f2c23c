package dev.lambdaflex.simulator.load;

import java.time.Duration;

/**
 * Where the load goes, and within which bounds.
 *
 * @param host        address to connect to
 * @param port        port to connect to
 * @param authority   what the {@code Host} header says: the public name of the app
 * @param timeout     from sending a request to the end of its answer; longer than any timeout on the way, so that the one who
 *                    gave up is known
 * @param maxInFlight requests without an answer at one time; those due beyond it are counted as not sent
 * @param connections HTTP/1.1 connections at one time
 */
public record Target(String host, int port, String authority, Duration timeout, int maxInFlight, int connections) {

    private static final Duration TIMEOUT = Duration.ofSeconds(35);
    private static final int MAX_IN_FLIGHT = 2_000;
    private static final int CONNECTIONS = 512;

    public Target {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port: %d (expected: 1 to 65535)".formatted(port));
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout: %s (expected: more than zero)".formatted(timeout));
        }
        requirePositive("maxInFlight", maxInFlight);
        requirePositive("connections", connections);
    }

    public static Target of(String host, int port, String authority) {
        return new Target(host, port, authority, TIMEOUT, MAX_IN_FLIGHT, CONNECTIONS);
    }

    public Target withTimeout(Duration other) {
        return new Target(host, port, authority, other, maxInFlight, connections);
    }

    public Target withMaxInFlight(int other) {
        return new Target(host, port, authority, timeout, other, connections);
    }

    public Target withConnections(int other) {
        return new Target(host, port, authority, timeout, maxInFlight, other);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s: %d (expected: at least 1)".formatted(name, value));
        }
    }
}
