package dev.lambdaflex.workload.host;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * An error as RFC 9457 writes it.
 *
 * @param status HTTP status
 * @param detail one sentence for a person
 */
public record Problem(int status, String detail) {

    public static final String CONTENT_TYPE = "application/problem+json";

    /** Sends this, unless an answer has already begun: then the only honest end is a cut connection. */
    public void send(HttpServerResponse response) {
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                .end(toJson().toBuffer())
                .onFailure(gone -> HostLog.line("client left before its problem arrived: " + gone.getMessage()));
    }

    JsonObject toJson() {
        return new JsonObject().put("type", "about:blank")
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status)
                .put("detail", detail);
    }
}
