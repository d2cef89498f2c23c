package dev.lambdaflex.proxy.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the weights are read.
 *
 * @param hostedZoneId the zone's id
 * @param host         the name whose records share the traffic
 * @param endpoint     another address than AWS's own
 * @param keys         who we are; empty takes what the environment offers
 * @param pause        between two looks
 */
public record Route53Source(String hostedZoneId, String host, Optional<URI> endpoint, Optional<Keys> keys,
        Duration pause) {

    /**
     * An edge that looks every five seconds takes a twenty-fifth of the 5 calls a second that Route 53 allows an account, and is
     * still far faster than the TTL of 60 seconds that all other clients live by.
     */
    public static final Duration GENTLE = Duration.ofSeconds(5);

    public Route53Source {
        if (!pause.isPositive()) {
            throw new IllegalArgumentException("pause: %s (expected: above 0)".formatted(pause));
        }
    }

    /** AWS itself, as whom the environment says. */
    public static Route53Source of(String hostedZoneId, String host) {
        return new Route53Source(hostedZoneId, host, Optional.empty(), Optional.empty(), GENTLE);
    }

    /** Given keys. They are not written anywhere. */
    public record Keys(String id, String secret, Optional<String> sessionToken) {

        @Override
        public String toString() {
            return "Keys[id=" + id + ", secret not shown]";
        }
    }
}
