package dev.lambdaflex.simulator.model.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.traffic.Destinations.Destination;

/**
 * Clients behind one resolver. Those that reuse connections follow the DNS only when a connection ends: by age, by idling, or
 * because its other side is gone.
 */
final class ClientGroup {

    private final Resolver resolver;
    private final boolean reuses;
    private final Duration idleTimeout;
    private final RandomGenerator random;
    private String connected = "";
    private Instant connectedUntil = Instant.MIN;
    private Instant lastUse = Instant.MIN;

    ClientGroup(Resolver resolver, boolean reuses, Duration idleTimeout, RandomGenerator random) {
        this.resolver = resolver;
        this.reuses = reuses;
        this.idleTimeout = idleTimeout;
        this.random = random;
    }

    /** Where its requests go now. */
    Destination destination(Instant now, Destinations there) {
        if (!reuses) {
            return there.of(resolver.target(now));
        }
        Destination known = there.of(connected);
        boolean open = known != Destination.NOBODY && now.isBefore(connectedUntil)
                && now.isBefore(lastUse.plus(idleTimeout));
        lastUse = now;
        if (open) {
            return known;
        }
        connected = resolver.target(now);
        Duration life = there.connectionLife(connected);
        connectedUntil = life.isZero() ? Instant.MIN : now.plus(drawn(life));
        return there.of(connected);
    }

    /** Connections are of every age up to the longest. */
    private Duration drawn(Duration longest) {
        return Duration.ofMillis(1 + random.nextLong(longest.toMillis()));
    }
}
