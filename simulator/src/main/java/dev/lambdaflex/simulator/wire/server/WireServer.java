package dev.lambdaflex.simulator.wire.server;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.lambdaflex.simulator.plane.BoundedBody;
import dev.lambdaflex.simulator.plane.CannotListen;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Refusals;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import dev.lambdaflex.simulator.wire.signature.Gatekeeper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * AWS's API on one port. Bodies are read on the event loop; services answer on worker threads, for the model has one
 * lock and may be waited for.
 */
public final class WireServer {

    /** The longest request of any service played is an event of Lambda: 6 MiB, and what is longer is for Lambda to refuse. */
    static final int BODY_LIMIT = 7 * 1024 * 1024;

    private final Vertx vertx;
    private final Endpoint at;
    private final Reception reception;
    private final Calls calls;
    private final HttpServer server;

    private WireServer(Vertx vertx, Endpoint at, Reception reception, Calls calls) {
        this.vertx = vertx;
        this.at = at;
        this.reception = reception;
        this.calls = calls;
        this.server = vertx.createHttpServer(new HttpServerOptions().setHandle100ContinueAutomatically(true))
                .requestHandler(this::receive);
    }

    /**
     * Listens.
     *
     * @param at    where; port 0 for any
     * @param clock the wall clock
     */
    public static Future<WireServer> listen(Vertx vertx, Endpoint at, Collection<WireService> services, AccessKeys keys,
            String region, InstantSource clock) {
        Calls calls = new Calls(clock);
        Reception reception = new Reception(services, new Gatekeeper(keys, region, clock), calls, BODY_LIMIT);
        WireServer wire = new WireServer(vertx, at, reception, calls);
        return wire.server.listen(at.socketAddress())
                .map(wire)
                .recover(cause -> CannotListen.failed("the cloud", at, cause));
    }

    public Endpoint endpoint() {
        return at.withPort(server.actualPort());
    }

    public Calls calls() {
        return calls;
    }

    public Future<Void> close() {
        return server.close();
    }

    private void receive(HttpServerRequest request) {
        if (CallsPage.PATH.equals(request.path())) {
            showCalls(request);
            return;
        }
        BoundedBody.read(request, BODY_LIMIT)
                .compose(body -> answer(request, body))
                .onSuccess(answered -> send(request, answered))
                .onFailure(_ -> request.connection().close());
    }

    private void showCalls(HttpServerRequest request) {
        String after = Optional.ofNullable(request.getParam("after"))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .orElse("0");
        request.response()
                .putHeader("content-type", "application/json")
                .end(CallsPage.of(calls, Long.parseLong(after)))
                .onFailure(_ -> request.connection().close());
    }

    private record Answered(WireResponse response, String requestId) {}

    private Future<Answered> answer(HttpServerRequest request, Optional<Buffer> body) {
        WireRequest whole = whole(request, body.orElseGet(Buffer::buffer));
        if (body.isEmpty()) {
            WireResponse refused = Refusals.answer(whole, "", Unpacked.tooLarge(BODY_LIMIT).error());
            return Future.succeededFuture(new Answered(refused, whole.requestId()));
        }
        return vertx.executeBlocking(() -> new Answered(reception.answer(whole), whole.requestId()), false);
    }

    private static void send(HttpServerRequest request, Answered answered) {
        WireResponse response = answered.response;
        request.response().setStatusCode(response.status()).putHeader("x-amzn-requestid", answered.requestId);
        response.headers().forEach(request.response()::putHeader);
        if (!request.isEnded()) {
            // What is left of a body that was too long is not read: the connection ends with the answer.
            request.response().putHeader("connection", "close");
        }
        request.response().end(response.body()).onFailure(_ -> request.connection().close());
    }

    private static WireRequest whole(HttpServerRequest request, Buffer body) {
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach(header -> headers.merge(header.getKey().toLowerCase(Locale.ROOT), header.getValue(),
                        (first, next) -> first + "," + next));
        return new WireRequest(request.method().name(), Optional.ofNullable(request.path()).orElse("/"),
                Optional.ofNullable(request.query()).orElse(""), headers, body, "", "", UUID.randomUUID().toString());
    }
}
