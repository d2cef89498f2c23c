package dev.lambdaflex.provisioner.api;

import java.net.BindException;
import java.time.Clock;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

import dev.lambdaflex.provisioner.page.Page;
import dev.lambdaflex.provisioner.reconcile.Apps;

/** The control API and the page, listening. */
public final class ControlApi {

    private static final int IDLE_SECONDS = 120;
    private static final int LONGEST_LINE = 8_192;

    private final HttpServer server;

    private ControlApi(HttpServer server) {
        this.server = server;
    }

    /** Starts it with a registry of its own. */
    public static Future<ControlApi> start(Vertx vertx, ApiConfig config, Apps apps) {
        return start(vertx, config, apps, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    /**
     * Starts it.
     *
     * @param registry what {@code /metrics} tells; the API adds its own figures
     * @return fails with one sentence when the port is in use
     */
    public static Future<ControlApi> start(Vertx vertx, ApiConfig config, Apps apps, PrometheusMeterRegistry registry) {
        Routes routes = new Routes(vertx, config, new Blocking(vertx, apps),
                new ApiMetrics(registry, Clock.systemUTC()), Page.load());
        return Contract.load(vertx)
                .map(routes::router)
                .compose(router -> vertx.createHttpServer(options(config)).requestHandler(router).listen())
                .recover(cause -> Future.failedFuture(explained(config, cause)))
                .map(ControlApi::new);
    }

    /** The port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Ends it and all its streams. */
    public Future<Void> close() {
        return server.close();
    }

    private static HttpServerOptions options(ApiConfig config) {
        return new HttpServerOptions().setHost(config.host())
                .setPort(config.port())
                .setHttp2ClearTextEnabled(false)
                .setDecompressionSupported(false)
                .setMaxInitialLineLength(LONGEST_LINE)
                // Streams write a comment every 15 seconds; what is silent for longer is gone.
                .setIdleTimeout(IDLE_SECONDS);
    }

    private static Throwable explained(ApiConfig config, Throwable cause) {
        return cause instanceof BindException
                ? new IllegalStateException(
                        "%s:%d cannot be bound: %s".formatted(config.host(), config.port(), cause.getMessage()), cause)
                : cause;
    }
}
