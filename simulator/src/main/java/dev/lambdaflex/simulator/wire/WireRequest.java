package dev.lambdaflex.simulator.wire;

import java.util.Map;
import java.util.Optional;

import io.vertx.core.buffer.Buffer;

/**
 * A request as it came over the wire.
 *
 * @param path    the path without the query, still percent-encoded
 * @param query   the raw query; empty without one
 * @param headers by lower-case name
 * @param region  the region of the signature's credential scope
 */
public record WireRequest(String method, String path, String query, Map<String, String> headers, Buffer body,
        String region,
        String accessKey) {

    public WireRequest {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public String text() {
        return body.toString();
    }
}
