package dev.lambdaflex.simulator.plane.balancer;

import dev.lambdaflex.simulator.plane.CannotListen;
import dev.lambdaflex.simulator.plane.Connections;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.Meter;
import dev.lambdaflex.simulator.plane.PlaneTimings;
import dev.lambdaflex.simulator.plane.ProbeTraffic;
import dev.lambdaflex.simulator.plane.Tally;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The load balancer's socket. It can be opened and closed as the load balancer comes and goes. */
public final class Balancer {

    /** ALB: request line 16 KB, all headers 64 KB. */
    private static final int LINE_LIMIT = 16 * 1024;
    private static final int HEADERS_LIMIT = 64 * 1024;
    private static final int CONNECTIONS_PER_TARGET = 1_024;
    /** What closes a connection is the request's own idle timer, which can answer 504; the socket's comes after it. */
    private static final long SOCKET_IDLE_EXTRA_MS = 5_000;

    private final Loop loop;
    private final Endpoint at;
    private final Targets targets;
    private final PlaneTimings timings;
    private final Tally tally;
    private final Tally probes = new Tally(Meter.DEAF, Tier.FARGATE);
    private final HttpClient client;
    private final RoundRobin turns = new RoundRobin();
    private final Ages ages;
    private @Nullable HttpServer server;

    public Balancer(Loop loop, Endpoint at, Targets targets, PlaneTimings timings, Meter meter) {
        this.loop = loop;
        this.at = at;
        this.targets = targets;
        this.timings = timings;
        this.tally = new Tally(meter, Tier.FARGATE);
        this.ages = new Ages(timings.clientKeepAlive());
        this.client = loop.vertx()
                .httpClientBuilder()
                .with(clientOptions(timings))
                .with(poolOptions())
                .withConnectHandler(Connections::expectBreaks)
                .build();
    }

    /** Opens the socket and tells where; fails with {@link CannotListen} when the port is taken. Open already: no effect. */
    public Future<Endpoint> open() {
        return loop.call(() -> server == null ? listen() : Future.succeededFuture(at.withPort(server.actualPort())));
    }

    /** Takes no more connections, lets requests in flight end for {@code patience}, then cuts what is left. */
    public Future<Void> close(Duration patience) {
        return loop.call(() -> {
            HttpServer open = server;
            server = null;
            return open == null ? Future.succeededFuture() : open.shutdown(patience);
        });
    }

    /** Requests that have a target now. */
    public Future<Integer> inFlight() {
        return loop.call(() -> Future.succeededFuture(tally.inFlight()));
    }

    private Future<Endpoint> listen() {
        HttpServer opening = loop.vertx()
                .createHttpServer(serverOptions())
                .requestHandler(this::handle)
                .connectionHandler(connection -> {
                    tally.connectionOpened();
                    Connections.expectBreaks(connection);
                    ages.born(connection);
                });
        server = opening;
        return opening.listen(at.port(), at.host()).map(bound -> at.withPort(bound.actualPort())).recover(cause -> {
            server = null;
            return CannotListen.failed("the load balancer", at, cause);
        });
    }

    private void handle(HttpServerRequest request) {
        Forwarding forwarding = new Forwarding(loop.vertx(), request, client, timings.idleTimeout(),
                ProbeTraffic.is(request) ? probes : tally);
        if (ages.isOver(request.connection())) {
            forwarding.endsConnection();
        }
        turns.pick(targets.registered()).ifPresentOrElse(forwarding::to, forwarding::toNobody);
    }

    private HttpServerOptions serverOptions() {
        return new HttpServerOptions().setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true)
                .setMaxInitialLineLength(LINE_LIMIT)
                .setMaxHeaderSize(HEADERS_LIMIT)
                .setIdleTimeout(Math.toIntExact(timings.idleTimeout().toMillis() + SOCKET_IDLE_EXTRA_MS))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    private static HttpClientOptions clientOptions(PlaneTimings timings) {
        return new HttpClientOptions().setConnectTimeout(Math.toIntExact(timings.connectTimeout().toMillis()))
                .setMaxHeaderSize(32 * 1024);
    }

    private static PoolOptions poolOptions() {
        return new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_TARGET).setMaxWaitQueueSize(0);
    }
}
