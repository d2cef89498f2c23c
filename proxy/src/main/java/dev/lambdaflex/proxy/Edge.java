package dev.lambdaflex.proxy;

import dev.lambdaflex.proxy.EdgeConfig.Listen;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running edge. The caller brings Vert.x, and with it the transport; {@link EdgeConfig#eventLoops} should be the size of its
 * pool of event loops.
 */
public final class Edge {

    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);

    /** To Vert.x all servers with the same negative port share one port that the system chose; so no two edges may use one. */
    private static final AtomicInteger ONE_RANDOM_PORT = new AtomicInteger(-1_000);

    private final Vertx vertx;
    private final EdgeShared shared;
    private final AtomicBoolean draining = new AtomicBoolean();
    private final List<EdgeLoop> loops = new ArrayList<>();
    private final List<String> deployments = new ArrayList<>();
    private final AdminPort adminPort;
    private WeightSource.@Nullable Subscription subscription;
    private @Nullable Future<Void> closed;

    private Edge(Vertx vertx, EdgeConfig config) {
        this.vertx = vertx;
        this.shared = EdgeShared.of(config);
        this.adminPort = new AdminPort(shared, draining);
    }

    /**
     * Starts an edge; the future fails with {@link CannotListenException} when a port cannot be had, and then nothing is left
     * running. Until the source gives weights, requests are answered with 503.
     */
    public static Future<Edge> start(Vertx vertx, EdgeConfig config, WeightSource weights) {
        Edge edge = new Edge(vertx, config);
        return edge.startLoops()
                .compose(started -> edge.startAdmin())
                .compose(started -> edge.startProber())
                .map(started -> edge.subscribe(weights))
                .recover(cause -> edge.undeployAll().transform(undone -> Future.failedFuture(cause)));
    }

    /** The data port. */
    public int port() {
        return loops.getFirst().actualPort();
    }

    public int adminPort() {
        return adminPort.actualPort();
    }

    public EdgeCounters counters() {
        return shared.counters();
    }

    /** The weights in use; empty before the source gave any. */
    public Optional<EdgeWeights> weights() {
        return shared.router().current();
    }

    /**
     * Unready first, then no new requests, then the end of those in flight, at most {@code timeouts.drain} later. A second call
     * gives the future of the first.
     */
    public synchronized Future<Void> close() {
        Future<Void> closing = closed;
        if (closing == null) {
            draining.set(true);
            WeightSource.Subscription subscribed = subscription;
            if (subscribed != null) {
                subscribed.cancel();
            }
            closing = Future.join(loops.stream().map(EdgeLoop::drain).toList())
                    .eventually(this::undeployAll)
                    .mapEmpty();
            closed = closing;
        }
        return closing;
    }

    private Edge subscribe(WeightSource weights) {
        subscription = weights.subscribe(shared.router()::offer);
        LOG.info("edge on {}:{}, admin on {}:{}", shared.config().data().host(), port(), shared.config().admin().host(),
                adminPort());
        return this;
    }

    private Future<Void> startLoops() {
        Listen listen = shared.config().data();
        int port = listen.port() == 0 ? ONE_RANDOM_PORT.decrementAndGet() : listen.port();
        Future<Void> started = Future.succeededFuture();
        for (int i = 0; i < shared.config().eventLoops(); i++) {
            started = started.compose(before -> startLoop(port));
        }
        return started.recover(cause -> Future.failedFuture(new CannotListenException("data", listen, cause)));
    }

    private Future<Void> startLoop(int port) {
        EdgeLoop loop = new EdgeLoop(shared, port);
        return deploy(loop).onSuccess(started -> loops.add(loop));
    }

    private Future<Void> startAdmin() {
        return deploy(adminPort).recover(
                cause -> Future.failedFuture(new CannotListenException("admin", shared.config().admin(), cause)));
    }

    private Future<Void> startProber() {
        return shared.config().probe().map(probe -> deploy(new Prober(shared, probe))).orElse(Future.succeededFuture());
    }

    private Future<Void> deploy(VerticleBase verticle) {
        return vertx.deployVerticle(verticle).onSuccess(deployments::add).mapEmpty();
    }

    private Future<Void> undeployAll() {
        List<Future<Void>> undeployed = deployments.stream().map(vertx::undeploy).toList();
        return Future.join(undeployed).onComplete(done -> shared.metrics().close()).mapEmpty();
    }
}
