package dev.lambdaflex.workload.host;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * What every request passes before it meets the app, the same on both tiers: the tier header, the probes, the body limit,
 * the drill, the count, and a last net for handlers that throw.
 */
final class FrontDoor implements Handler<HttpServerRequest> {

    static final String TIER_HEADER = "x-lambdaflex-tier";

    private final HostContext host;
    private final Readiness readiness;
    private final Drill drill;
    private final Handler<HttpServerRequest> app;
    private final Probes probes;

    FrontDoor(HostContext host, Readiness readiness, Drill drill, Handler<HttpServerRequest> app) {
        this.host = host;
        this.readiness = readiness;
        this.drill = drill;
        this.app = app;
        this.probes = new Probes(readiness, drill);
    }

    @Override
    public void handle(HttpServerRequest request) {
        stamp(request.response());
        if (!probes.answers(request)) {
            admit(request);
        }
    }

    /** Takes the place of Vert.x's own handler of unreadable requests, which would answer without header and reason. */
    void refuseUnreadable(HttpServerRequest request) {
        stamp(request.response());
        Throwable cause = request.decoderResult().cause();
        Problem problem = switch (cause) {
            case TooLongHttpLineException _ ->
                new Problem(414, "request line: too long (expected: at most %d bytes)".formatted(Limits.REQUEST_LINE));
            case TooLongHttpHeaderException _ ->
                new Problem(431, "headers: too long (expected: at most %d bytes)".formatted(Limits.HEADERS));
            case null, default -> new Problem(400, "request: not HTTP/1.1");
        };
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        problem.send(request.response());
        request.connection().close().onFailure(gone -> HostLog.line("close: " + gone.getMessage()));
    }

    private void stamp(HttpServerResponse response) {
        response.putHeader(TIER_HEADER, host.tier().label());
        if (readiness.isStopping()) {
            // Clients that keep connections open leave one by one, so that none is in use when the server closes.
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private void admit(HttpServerRequest request) {
        host.countRequest();
        if (drill.isOn()) {
            new Problem(503, "drill: this instance misbehaves on request").send(request.response());
        } else if (declaredLength(request) > host.maxBodyBytes()) {
            new Problem(413, "body: %s bytes (expected: at most %d)"
                    .formatted(request.getHeader(HttpHeaders.CONTENT_LENGTH), host.maxBodyBytes()))
                    .send(request.response());
        } else {
            callApp(request);
        }
    }

    private void callApp(HttpServerRequest request) {
        try {
            app.handle(request);
        } catch (RuntimeException | Error failure) {
            host.answerFailure(request, failure);
        }
    }

    /** Netty has already refused lengths that are not numbers. */
    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
