package dev.lambdaflex.simulator.plane;

import io.vertx.core.http.HttpConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Peers that break their connections: everyday life of a front socket, not an error to be logged as one. */
public final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private Connections() {}

    /** What a break means for the request on the connection, that request hears itself. */
    public static void expectBreaks(HttpConnection connection) {
        connection.exceptionHandler(e -> LOG.debug("connection with {} broke", connection.remoteAddress(), e));
    }
}
