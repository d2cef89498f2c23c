package dev.lambdaflex.workload.pets;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The one way in which the pet store says JSON. */
final class Answers {

    private Answers() {}

    static void json(RoutingContext ctx, int status, JsonObject json) {
        ctx.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(json.toBuffer())
                .onFailure(ctx::fail);
    }
}
