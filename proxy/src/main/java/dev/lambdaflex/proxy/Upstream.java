package dev.lambdaflex.proxy;

import dev.lambdaflex.weights.split.Tier;
import java.util.Optional;

/**
 * Where a tier is reached.
 *
 * @param tier      the tier that answers there
 * @param host      name or address to connect to; a name is kept as a name, so that new connections follow its addresses
 * @param port      1 to 65535
 * @param tls       whether to speak TLS; the name in SNI is {@code authority}, else {@code host}
 * @param authority the {@code Host} that the upstream must see; empty sends the client's own on unchanged, as an API Gateway
 *                  custom domain and a load balancer expect
 */
public record Upstream(Tier tier, String host, int port, boolean tls, Optional<String> authority) {

    public Upstream {
        if (host.isBlank()) {
            throw new IllegalArgumentException(
                    "host of %s: blank (expected: a name or address)".formatted(tier.label()));
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port of %s: %d (expected: 1 to 65535)".formatted(tier.label(), port));
        }
    }

    /** An upstream in clear text that sees the client's own {@code Host}. */
    public Upstream(Tier tier, String host, int port) {
        this(tier, host, port, false, Optional.empty());
    }
}
