package dev.lambdaflex.simulator.model.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.zone.DnsAnswer;

/**
 * Clients behind one resolver. Those that reuse connections follow the DNS only when a connection ends: by age, by idling, or
 * because its other side is gone.
 */
final class ClientGroup {

    private final Resolver resolver;
    private final boolean reuses;
    private final Duration idleTimeout;
    private final RandomGenerator random;
    private Optional<String> connected = Optional.empty();
    private Instant connectedUntil = Instant.MIN;
    private Instant lastUse = Instant.MIN;

    ClientGroup(Resolver resolver, boolean reuses, Duration idleTimeout, RandomGenerator random) {
        this.resolver = resolver;
        this.reuses = reuses;
        this.idleTimeout = idleTimeout;
        this.random = random;
    }

    /**
     * Where its requests go now; empty when the name leads nowhere.
     *
     * @param connectionLife how long the side of that name keeps a connection at most; empty when nobody is there
     */
    Optional<String> target(Instant now, Function<String, Optional<Duration>> connectionLife) {
        if (!reuses) {
            return resolve(now);
        }
        boolean open = connected.flatMap(connectionLife).isPresent() && now.isBefore(connectedUntil)
                && now.isBefore(lastUse.plus(idleTimeout));
        if (!open) {
            connected = resolve(now);
            connectedUntil = connected.flatMap(connectionLife).map(life -> now.plus(drawn(life))).orElse(Instant.MIN);
        }
        lastUse = now;
        return connected;
    }

    private Optional<String> resolve(Instant now) {
        return Optional.of(resolver.lookUp(now))
                .filter(answer -> answer.outcome() == DnsAnswer.Outcome.ANSWER)
                .flatMap(DnsAnswer::target);
    }

    /** Connections are of every age up to the longest. */
    private Duration drawn(Duration longest) {
        return Duration.ofMillis(1 + random.nextLong(longest.toMillis()));
    }
}
