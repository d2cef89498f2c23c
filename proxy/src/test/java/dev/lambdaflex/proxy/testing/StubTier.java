package dev.lambdaflex.proxy.testing;

import dev.lambdaflex.proxy.Upstream;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;

/** An upstream on a port of its own that answers with the name of its tier, or as it is told. */
public final class StubTier {

    private final Tier tier;
    private final Vertx vertx;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Handler<HttpServerRequest> answer = this::answerWithName;
    private HttpServer server;
    private final int port;

    private StubTier(Vertx vertx, Tier tier) {
        this.vertx = vertx;
        this.tier = tier;
        this.server = listen(0);
        this.port = server.actualPort();
    }

    public static StubTier start(Vertx vertx, Tier tier) {
        return new StubTier(vertx, tier);
    }

    public void answerWith(Handler<HttpServerRequest> handler) {
        answer = handler;
    }

    public void answerWithName(HttpServerRequest request) {
        request.response().end(tier.label());
    }

    public int requests() {
        return requests.get();
    }

    public int port() {
        return port;
    }

    public Upstream upstream() {
        return new Upstream(tier, "127.0.0.1", port);
    }

    /** Connections are refused from now on. */
    public void stop() {
        server.close().await();
    }

    public void startAgain() {
        server = listen(port);
    }

    private HttpServer listen(int onPort) {
        return vertx.createHttpServer(new HttpServerOptions().setMaxHeaderSize(65_536).setMaxInitialLineLength(32_768))
                .requestHandler(request -> {
                    requests.incrementAndGet();
                    answer.handle(request);
                })
                .listen(onPort, "127.0.0.1")
                .await();
    }
}
