package dev.lambdaflex.provisioner.api;

import java.util.Map;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** A whole answer. */
record Reply(int status, String contentType, Buffer body, Map<String, String> headers) {

    static Reply json(JsonObject body) {
        return new Reply(200, "application/json", body.toBuffer(), Map.of());
    }

    static Reply text(String body) {
        return new Reply(200, "text/plain; charset=utf-8", Buffer.buffer(body), Map.of());
    }

    Reply status(int other) {
        return new Reply(other, contentType, body, headers);
    }

    Reply headers(Map<String, String> others) {
        return new Reply(status, contentType, body, Map.copyOf(others));
    }

    /** Sends it, unless an answer has begun already. */
    void send(HttpServerResponse response) {
        if (response.headWritten() || response.closed()) {
            return;
        }
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        headers.forEach(response::putHeader);
        // A client that went away has no use for the failure of this.
        response.end(body).onFailure(_ -> {});
    }
}
