package dev.lambdaflex.provisioner.probe;

import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.net.SocketAddress;

/** Finds where the target of a tier's record listens. */
@FunctionalInterface
public interface Locator {

    /** On AWS the target's name is the address, and both tiers speak TLS. */
    Locator TLS = (_, target) -> new Door(SocketAddress.inetSocketAddress(443, target), true);

    /**
     * Where to knock.
     *
     * @param tls whether to speak TLS there; the certificate must be for the app's public name
     */
    record Door(SocketAddress address, boolean tls) {}

    Door find(Tier tier, String target);
}
