package dev.lambdaflex.proxy;

import dev.lambdaflex.weights.routing.TierHealth;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What operators and probes read. It only reads, and it has a port of its own: no client of the data port can reach it. */
final class AdminPort extends VerticleBase {

    private final EdgeShared shared;
    private final AtomicBoolean draining;
    private @Nullable HttpServer server;

    AdminPort(EdgeShared shared, AtomicBoolean draining) {
        this.shared = shared;
        this.draining = draining;
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        router.get("/weights").handler(this::weights);
        router.get("/metrics").handler(this::metrics);
        router.get("/healthz").handler(context -> json(context, 200, new JsonObject().put("status", "ok")));
        router.get("/readyz").handler(this::ready);
        server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false)).requestHandler(router);
        return server.listen(shared.config().admin().port(), shared.config().admin().host());
    }

    int actualPort() {
        HttpServer listening = server;
        return listening == null ? -1 : listening.actualPort();
    }

    private void weights(RoutingContext context) {
        TierRouter router = shared.router();
        JsonObject body = new JsonObject();
        router.current()
                .ifPresent(weights -> body.put("version", weights.version())
                        .put("fargateBasisPoints", weights.split().fargateBasisPoints()));
        router.age().ifPresent(age -> body.put("ageMillis", age.toMillis()));
        JsonObject tiers = new JsonObject();
        for (Tier tier : Tier.values()) {
            tiers.put(tier.label(), tier(tier));
        }
        json(context, 200, body.put("tiers", tiers));
    }

    private JsonObject tier(Tier tier) {
        TierRouter router = shared.router();
        EdgeCounters counters = shared.counters();
        JsonObject body = new JsonObject();
        router.current().ifPresent(weights -> {
            body.put("share", weights.split().percent(tier));
            weights.upstream(tier).ifPresent(upstream -> body.put("upstream", upstream.host() + ":" + upstream.port()));
        });
        return body.put("availability", router.availability(tier).name().toLowerCase(Locale.ROOT))
                .put("health", health(router.health().of(tier)))
                .put("answers", counters.answers(tier))
                .put("inFlight", counters.inFlight(tier))
                .put("ejections", counters.ejections(tier));
    }

    private static String health(TierHealth health) {
        return switch (health) {
            case TierHealth.Serving serving when serving.failures() == 0 -> "serving";
            case TierHealth.Serving serving -> "serving, %d failures in a row".formatted(serving.failures());
            case TierHealth.Ejected ejected -> "left alone, time %d in a row".formatted(ejected.ejections());
            case TierHealth.Trial _ -> "on trial with one request";
        };
    }

    private void metrics(RoutingContext context) {
        context.response()
                .putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8")
                .end(shared.metrics().scrape())
                .onFailure(gone -> {});
    }

    private void ready(RoutingContext context) {
        String status = draining.get() ? "draining" : shared.router().current().isEmpty() ? "no weights yet" : "ready";
        json(context, status.equals("ready") ? 200 : 503, new JsonObject().put("status", status));
    }

    private static void json(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body.toBuffer())
                .onFailure(gone -> {});
    }
}
