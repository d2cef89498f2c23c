package dev.lambdaflex.simulator.plane.gateway;

import dev.lambdaflex.simulator.plane.CannotListen;
import dev.lambdaflex.simulator.plane.Connections;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.Meter;
import dev.lambdaflex.simulator.plane.PlaneTimings;
import dev.lambdaflex.simulator.plane.ProbeTraffic;
import dev.lambdaflex.simulator.plane.Tally;
import dev.lambdaflex.simulator.plane.lambda.Invoker;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/** The HTTP API's socket: each request becomes an event, each answer of the function a response. */
public final class ApiGateway {

    /** Above the gateway's own limit, so that the gateway answers and not the parser. */
    private static final int PARSER_LIMIT = 64 * 1024;

    private final HttpServer server;
    private final Endpoint endpoint;

    private ApiGateway(HttpServer server, Endpoint endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /**
     * Opens the socket; fails with {@link CannotListen} when the port is taken.
     *
     * @param loop best the one of the function, which saves each request two hops
     */
    public static Future<ApiGateway> open(Loop loop, Endpoint at, HttpApi api, Invoker function, PlaneTimings timings,
            Meter meter) {
        return loop.call(() -> {
            Tally tally = new Tally(meter, Tier.LAMBDA);
            Tally probes = new Tally(Meter.DEAF, Tier.LAMBDA);
            return loop.vertx()
                    .createHttpServer(options()) //
                    .connectionHandler(connection -> {
                        tally.connectionOpened();
                        Connections.expectBreaks(connection);
                    })
                    .requestHandler(request -> new Exchange(loop.vertx(), request, api, function, timings,
                            (ProbeTraffic.is(request) ? probes : tally).open())
                            .start())
                    .listen(at.port(), at.host())
                    .map(server -> new ApiGateway(server, at.withPort(server.actualPort())))
                    .recover(cause -> CannotListen.failed("the API gateway", at, cause));
        });
    }

    /** Where it listens, with the port that was chosen. */
    public Endpoint endpoint() {
        return endpoint;
    }

    public Future<Void> close() {
        return server.close();
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions().setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true)
                .setMaxInitialLineLength(PARSER_LIMIT)
                .setMaxHeaderSize(PARSER_LIMIT);
    }
}
