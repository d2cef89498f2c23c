package dev.lambdaflex.simulator.wire.assembly;

import java.time.InstantSource;
import java.util.Collection;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.server.Calls;
import dev.lambdaflex.simulator.wire.server.WireServer;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** A running wire: services on one port, the keys that open it, and the record of what was called. */
public final class Wire {

    private final WireServer server;
    private final AccessKeys keys;

    private Wire(WireServer server, AccessKeys keys) {
        this.server = server;
        this.keys = keys;
    }

    /**
     * Lets {@code services} answer.
     *
     * @param at where; port 0 for any
     */
    public static Future<Wire> start(Vertx vertx, Endpoint at, Account account, AccessKeys keys,
            Collection<WireService> services) {
        return WireServer.listen(vertx, at, services, keys, account.region(), InstantSource.system())
                .map(server -> new Wire(server, keys));
    }

    public Endpoint endpoint() {
        return server.endpoint();
    }

    /** The keys, to add one or to let one's time be over while the wire runs. */
    public AccessKeys keys() {
        return keys;
    }

    public Calls calls() {
        return server.calls();
    }

    public Future<Void> close() {
        return server.close();
    }
}
