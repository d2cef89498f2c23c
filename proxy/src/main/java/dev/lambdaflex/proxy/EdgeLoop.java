package dev.lambdaflex.proxy;

import dev.lambdaflex.proxy.Admission.Admitted;
import dev.lambdaflex.proxy.Admission.Refused;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data port on one event loop. It has a client of its own: a shared one hands out connections of other loops when its pool
 * is full, and each hop between threads costs (0.63 instead of 0.85 of haproxy's throughput, measured).
 */
final class EdgeLoop extends VerticleBase {

    private static final long SWEEP_MILLIS = 100;

    private final EdgeShared shared;
    private final int port;
    private final Admission admission;
    private final RequestHead requestHead;
    private final Deadlines deadlines;
    private @Nullable HttpClientAgent client;
    private @Nullable HttpServer server;
    private @Nullable Lingering lingering;

    EdgeLoop(EdgeShared shared, int port) {
        this.shared = shared;
        this.port = port;
        this.admission = new Admission(shared.config(), shared.viaName());
        this.requestHead = new RequestHead(shared.config().trustForwarded(), shared.viaName());
        this.deadlines = new Deadlines(shared.config().timeouts().request().toNanos());
    }

    @Override
    public Future<?> start() {
        lingering = new Lingering(vertx);
        client = vertx.createHttpClient(HttpSetup.client(shared.config()), HttpSetup.pool(shared.config()));
        vertx.setPeriodic(SWEEP_MILLIS, tick -> deadlines.sweep(System.nanoTime()));
        server = vertx.createHttpServer(HttpSetup.server(shared.config()))
                .requestHandler(this::accept)
                .invalidRequestHandler(this::refuseInvalid);
        return server.listen(port, shared.config().data().host());
    }

    /** No new connection, no new request; those in flight have the time to end. */
    Future<Void> drain() {
        HttpServer listening = server;
        HttpClientAgent connected = client;
        if (listening == null || connected == null) {
            return Future.succeededFuture();
        }
        return listening.shutdown(shared.config().timeouts().drain()).eventually(connected::close);
    }

    int actualPort() {
        HttpServer listening = server;
        return listening == null ? -1 : listening.actualPort();
    }

    EdgeConfig settings() {
        return shared.config();
    }

    EdgeCounters counters() {
        return shared.counters();
    }

    EdgeMetrics metrics() {
        return shared.metrics();
    }

    TierRouter router() {
        return shared.router();
    }

    RequestHead requestHead() {
        return requestHead;
    }

    HttpClient client() {
        return started(client);
    }

    /** The exchange has an answer: the deadline is met. */
    void answering(Exchange exchange) {
        deadlines.remove(exchange);
    }

    void over(Exchange exchange) {
        deadlines.remove(exchange);
    }

    Lingering lingering() {
        return started(lingering);
    }

    private void accept(HttpServerRequest request) {
        if (lingering().isClosing(request.connection())) {
            return;
        }
        switch (admission.check(request)) {
            case Admitted admitted -> {
                Exchange exchange = new Exchange(this, request, admitted);
                deadlines.add(exchange);
                exchange.start();
            }
            case Refused(Refusal refusal, String detail) -> refuse(request, refusal, detail);
        }
    }

    private void refuseInvalid(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            refuse(request, Refusal.LINE_TOO_LONG,
                    "request line (expected: at most %d bytes)".formatted(settings().limits().requestLineBytes()));
        } else if (cause instanceof TooLongHttpHeaderException) {
            refuse(request, Refusal.HEADERS_TOO_LARGE,
                    "headers (expected: at most %d bytes in all)".formatted(settings().limits().headerBytes()));
        } else {
            refuse(request, Refusal.MALFORMED, "request (expected: HTTP/1.1 by RFC 9112)");
        }
    }

    private void refuse(HttpServerRequest request, Refusal refusal, String detail) {
        request.exceptionHandler(broken -> {});
        request.response().exceptionHandler(gone -> {});
        counters().refused(refusal);
        lingering().lastAnswer(request);
        Problem.answer(request.response(), refusal, detail, Optional.empty());
        lingering().close(request);
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the event loop of the edge was not started");
        }
        return part;
    }
}
