package dev.lambdaflex.workload.host;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * The app behind its listening socket.
 *
 * <pre>
 *  SIGTERM      unready grace            drain, at most its limit      exit
 *     |--- /readyz 503, still serving ---|--- no new connections ------|
 *                                            requests in flight finish
 * </pre>
 */
public final class RunningApp {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final HostConfig config;
    private final Vertx vertx;
    private final HttpServer server;
    private final Readiness readiness;

    private RunningApp(HostConfig config, Vertx vertx, HttpServer server, Readiness readiness) {
        this.config = config;
        this.vertx = vertx;
        this.server = server;
        this.readiness = readiness;
    }

    /** Starts the app and returns when it accepts requests. */
    public static RunningApp start(HostConfig config, Workload workload) throws Exception {
        Vertx vertx = HostVertx.create(config);
        try {
            HostContext host = new HostContext(vertx, config);
            Handler<HttpServerRequest> app = workload.start(host);
            Readiness readiness = new Readiness();
            FrontDoor door = new FrontDoor(host, readiness, new Drill(config.drillFile(), System::nanoTime), app);
            HttpServer server = vertx.createHttpServer(Limits.serverOptions())
                    .requestHandler(door)
                    .invalidRequestHandler(door::refuseUnreadable);
            return new RunningApp(config, vertx, listen(server, config), readiness);
        } catch (Throwable failure) {
            vertx.close().onFailure(stuck -> HostLog.line("close: " + stuck.getMessage()));
            throw failure;
        }
    }

    private static HttpServer listen(HttpServer server, HostConfig config) throws Exception {
        boolean lambda = config.runtimeApi().isPresent();
        String host = lambda ? "127.0.0.1" : config.host();
        int port = lambda ? 0 : config.port();
        try {
            return server.listen(port, host).await();
        } catch (Exception refused) {
            throw new IllegalArgumentException("HOST and PORT: %s:%d cannot be listened on: %s"
                    .formatted(host, port, refused.getMessage()), refused);
        }
    }

    Vertx vertx() {
        return vertx;
    }

    HostConfig config() {
        return config;
    }

    public int port() {
        return server.actualPort();
    }

    /** Blocks until everything in flight is answered or its time is over. */
    public void stopGracefully() {
        readiness.stop();
        try {
            Thread.sleep(config.unreadyGrace());
            server.shutdown(config.drainLimit()).await(config.drainLimit().plus(CLOSE_LIMIT));
            vertx.close().await(CLOSE_LIMIT);
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException stuck) {
            HostLog.line("stopped with requests in flight after " + config.drainLimit());
        }
    }
}
