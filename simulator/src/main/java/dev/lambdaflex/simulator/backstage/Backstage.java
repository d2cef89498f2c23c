package dev.lambdaflex.simulator.backstage;

import java.util.Locale;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.plane.CannotListen;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Serves {@code GET /scene}, and {@code PUT} and {@code DELETE} of {@code /sick/{tier}} and {@code /faults/{fault}}, on a
 * loopback port. No page of a browser can order anything here: it may not send these methods to another origin unasked.
 */
public final class Backstage {

    private final HttpServer server;

    private Backstage(HttpServer server) {
        this.server = server;
    }

    /** Opens the door; fails with {@link CannotListen}. */
    public static Future<Backstage> open(Vertx vertx, Endpoint at, Stage stage) {
        Router router = Router.router(vertx);
        router.get("/scene").handler(context -> context.json(SceneJson.of(stage.look())).onFailure(_ -> {}));
        router.put("/sick/:tier").handler(context -> done(context, () -> stage.sick(tier(context), true)));
        router.delete("/sick/:tier").handler(context -> done(context, () -> stage.sick(tier(context), false)));
        router.put("/faults/:fault").handler(context -> done(context, () -> stage.fault(fault(context), true)));
        router.delete("/faults/:fault").handler(context -> done(context, () -> stage.fault(fault(context), false)));
        router.route().handler(context -> context.fail(404)).failureHandler(Backstage::refuse);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(at.port(), at.host())
                .recover(cause -> CannotListen.failed("the cloud's back door", at, cause))
                .map(Backstage::new);
    }

    public int port() {
        return server.actualPort();
    }

    public Future<Void> close() {
        return server.close();
    }

    private static void done(RoutingContext context, Runnable order) {
        order.run();
        context.response().setStatusCode(204).end().onFailure(_ -> {});
    }

    private static void refuse(RoutingContext context) {
        int status = context.failure() instanceof IllegalArgumentException ? 400 : context.statusCode();
        String detail = context.failure() == null
                ? "%s %s is unknown".formatted(context.request().method(), context.request().path())
                : String.valueOf(context.failure().getMessage());
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/problem+json")
                .end(new JsonObject().put("status", status).put("detail", detail).toBuffer())
                .onFailure(_ -> {});
    }

    private static Tier tier(RoutingContext context) {
        String label = context.pathParam("tier");
        for (Tier tier : Tier.values()) {
            if (tier.label().equals(label.toLowerCase(Locale.ROOT))) {
                return tier;
            }
        }
        throw new IllegalArgumentException("tier: '%s' (expected: lambda or fargate)".formatted(label));
    }

    private static Fault fault(RoutingContext context) {
        return Fault.named(context.pathParam("fault"));
    }
}
