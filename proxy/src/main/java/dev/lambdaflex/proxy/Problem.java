package dev.lambdaflex.proxy;

import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** An answer of the edge itself, as {@code application/problem+json} (RFC 9457). */
final class Problem {

    /** When no tier had a part in the answer. */
    private static final String NO_TIER = "edge";

    private static final String RETRY_AFTER_SECONDS = "1";

    private Problem() {}

    /** Writes the answer, which closes the connection: what follows on it may be the rest of a refused body. */
    static void answer(HttpServerResponse response, Refusal refusal, String detail, Optional<Tier> tier) {
        response.headers().clear();
        response.setStatusCode(refusal.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(Headers.TIER, tier.map(Tier::label).orElse(NO_TIER));
        switch (refusal) {
            case NO_UPSTREAM, BUSY -> response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            case METHOD -> response.putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
            default -> {
            }
        }
        JsonObject body = new JsonObject().put("type", "about:blank")
                .put("title", refusal.title())
                .put("status", refusal.status())
                .put("detail", detail)
                .put("reason", refusal.label());
        response.end(body.toBuffer()).onFailure(clientGone -> {});
    }
}
