package dev.lambdaflex.simulator.plane.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/**
 * A request as it came in.
 *
 * @param uri       path and query as the client sent them
 * @param headers   with duplicates in the order they came in
 * @param sourceIp  of the connection
 * @param port      that the client connected to
 * @param requestId of the gateway
 * @param traceId   value of X-Amzn-Trace-Id for the function
 */
record Received(String method, String uri, MultiMap headers, Buffer body, String sourceIp, int port, String requestId,
        String traceId, Instant at) {

    String path() {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    String query() {
        int query = uri.indexOf('?');
        return query < 0 ? "" : uri.substring(query + 1);
    }

    /** The header's first value, or {@code otherwise}. */
    String header(String name, String otherwise) {
        String value = headers.get(name);
        return value == null ? otherwise : value;
    }
}
