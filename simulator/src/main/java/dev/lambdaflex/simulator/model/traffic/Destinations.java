package dev.lambdaflex.simulator.model.traffic;

import java.time.Duration;
import java.util.Optional;

/**
 * Where requests can go at one moment.
 *
 * @param gateway      the name that leads to Lambda, which is always there
 * @param balancer     the name of the load balancer while it is there
 * @param balancerLife how long the balancer lets a client keep a connection at most
 */
record Destinations(String gateway, Optional<String> balancer, Optional<Duration> balancerLife) {

    /** A regional API Gateway does not say how long it keeps connections; a minute is observed. */
    private static final Duration GATEWAY_LIFE = Duration.ofSeconds(60);

    enum Destination {
        GATEWAY, BALANCER,
        /** The name led nowhere, or to a balancer that is gone. */
        NOBODY
    }

    Destination of(String name) {
        if (name.equals(gateway)) {
            return Destination.GATEWAY;
        }
        return balancer.isPresent() && balancer.get().equals(name) ? Destination.BALANCER : Destination.NOBODY;
    }

    /** How long the side of that name keeps a connection at most; zero when nobody is there. */
    Duration connectionLife(String name) {
        return switch (of(name)) {
            case GATEWAY -> GATEWAY_LIFE;
            case BALANCER -> balancerLife.orElse(Duration.ZERO);
            case NOBODY -> Duration.ZERO;
        };
    }
}
