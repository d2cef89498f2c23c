package dev.lambdaflex.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Closes connections after a last answer. What the client has sent meanwhile is read and dropped for a moment: closing with
 * unread bytes makes the system reset the connection, and the client loses the answer (RFC 9112, 9.6). No further request on
 * the connection is served.
 */
final class Lingering {

    private static final long MILLIS = 1_000;

    private final Vertx vertx;
    private final Set<HttpConnection> closing = Collections.newSetFromMap(new IdentityHashMap<>());

    Lingering(Vertx vertx) {
        this.vertx = vertx;
    }

    boolean isClosing(HttpConnection connection) {
        return !closing.isEmpty() && closing.contains(connection);
    }

    /** Before the last answer is written: its end makes the server hand out the next request. */
    void lastAnswer(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        if (closing.add(connection)) {
            connection.closeHandler(closed -> closing.remove(connection));
        }
        HttpServerResponse response = request.response();
        // Vert.x promises an HTTP/1.0 client that asks for it to keep the connection.
        response.headersEndHandler(written -> response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
    }

    /** After the last answer. */
    void close(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        if (request.isEnded()) {
            close(connection);
            return;
        }
        request.exceptionHandler(broken -> {});
        request.handler(dropped -> {});
        request.endHandler(end -> close(connection));
        request.resume();
        vertx.setTimer(MILLIS, late -> close(connection));
    }

    private static void close(HttpConnection connection) {
        connection.close().onFailure(closed -> {});
    }
}
