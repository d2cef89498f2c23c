package dev.lambdaflex.simulator.wire;

import java.util.Map;

import io.vertx.core.buffer.Buffer;

/** An answer as it goes over the wire. The server adds the request id under the header that each protocol expects. */
public record WireResponse(int status, Map<String, String> headers, Buffer body) {

    public WireResponse {
        headers = Map.copyOf(headers);
    }
}
