package dev.lambdaflex.simulator.backstage;

import java.util.Locale;
import java.util.function.Supplier;

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
 * Serves {@code GET /truth}, {@code PUT} and {@code DELETE} of {@code /sick/{tier}} and {@code /faults/{fault}}, and {@code POST
 * /ended} on a loopback port.
 */
public final class Backstage {

    private final HttpServer server;

    private Backstage(HttpServer server) {
        this.server = server;
    }

    /** Opens the door; fails with {@link CannotListen}. */
    public static Future<Backstage> open(Vertx vertx, Endpoint at, Stage stage) {
        Router router = Router.router(vertx);
        router.get("/truth").handler(context -> give(context, () -> TruthJson.of(stage.look())));
        router.put("/sick/:tier").handler(context -> done(context, () -> stage.sick(tier(context), true)));
        router.delete("/sick/:tier").handler(context -> done(context, () -> stage.sick(tier(context), false)));
        router.put("/faults/:fault").handler(context -> done(context, () -> stage.fault(fault(context), true)));
        router.delete("/faults/:fault").handler(context -> done(context, () -> stage.fault(fault(context), false)));
        router.post("/ended").handler(context -> done(context, stage::ended));
        router.route().failureHandler(Backstage::refuse);
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

    private static void give(RoutingContext context, Supplier<JsonObject> answer) {
        context.json(answer.get()).onFailure(_ -> {});
    }

    private static void done(RoutingContext context, Runnable order) {
        order.run();
        context.response().setStatusCode(204).end().onFailure(_ -> {});
    }

    private static void refuse(RoutingContext context) {
        int status = context.failure() instanceof IllegalArgumentException ? 400 : context.statusCode();
        String detail = context.failure() == null ? "unknown" : String.valueOf(context.failure().getMessage());
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/problem+json")
                .end(new JsonObject().put("status", status).put("detail", detail).toBuffer())
                .onFailure(_ -> {});
    }

    private static Tier tier(RoutingContext context) {
        return Tier.valueOf(context.pathParam("tier").toUpperCase(Locale.ROOT));
    }

    private static Fault fault(RoutingContext context) {
        return Fault.named(context.pathParam("fault"));
    }
}
