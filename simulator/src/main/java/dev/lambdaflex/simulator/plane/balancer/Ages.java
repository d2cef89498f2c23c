package dev.lambdaflex.simulator.plane.balancer;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.IdentityHashMap;

/**
 * How old the clients' connections are. One past its maximum age ({@code client_keep_alive}) gets its next answer with
 * {@code Connection: close}: without that, clients would stay with this tier long after DNS has moved on.
 */
final class Ages {

    private final long maximumNanos;
    private final IdentityHashMap<HttpConnection, Long> births = new IdentityHashMap<>();

    Ages(Duration maximum) {
        this.maximumNanos = maximum.toNanos();
    }

    void born(HttpConnection connection) {
        births.put(connection, System.nanoTime());
        connection.closeHandler(_ -> births.remove(connection));
    }

    boolean isOver(HttpConnection connection) {
        Long birth = births.get(connection);
        return birth != null && System.nanoTime() - birth > maximumNanos;
    }
}
