package dev.lambdaflex.simulator.plane.lambda;

import dev.lambdaflex.simulator.plane.BoundedBody;
import dev.lambdaflex.simulator.plane.Loop;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Lambda Runtime API of one environment, on a port of its own. */
final class RuntimeApi {

    /** Larger answers are refused with 413 and fail the invocation. */
    static final int RESPONSE_LIMIT = 6_291_556;

    private static final Logger LOG = LoggerFactory.getLogger(RuntimeApi.class);
    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String INVOCATION = RUNTIME + "invocation/";

    private final String host;
    private final Listener listener;
    private final HttpServer server;

    /** Hears what the runtime process says and judges it. */
    interface Listener {
        /** Asks for work; {@code poll} is answered when there is some. */
        Verdict next(HttpServerResponse poll);

        /** Hands in an answer; empty when it was too large. */
        Verdict response(String id, Optional<Buffer> body);

        Verdict error(String id, String type, Buffer body);

        Verdict initError(String type, Buffer body);
    }

    enum Verdict {
        ACCEPTED, WRONG_ID, WRONG_STATE, TOO_LARGE
    }

    /** One that listens on {@code host}, where the runtime reaches it. */
    RuntimeApi(Loop loop, String host, Listener listener) {
        this.host = host;
        this.listener = listener;
        this.server = loop.vertx()
                .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(this::route);
    }

    /** Opens the port and tells where: {@code host:port}. */
    Future<String> open() {
        return server.listen(0, host).map(bound -> host + ":" + bound.actualPort());
    }

    void close() {
        server.close().onFailure(e -> LOG.debug("runtime API was closed already", e));
    }

    private void route(HttpServerRequest request) {
        String path = request.path();
        if (HttpMethod.GET.equals(request.method()) && path.equals(INVOCATION + "next")) {
            poll(request);
        } else if (HttpMethod.POST.equals(request.method()) && path.equals(RUNTIME + "init/error")) {
            answer(request, BoundedBody.read(request, RESPONSE_LIMIT)
                    .map(body -> listener.initError(errorType(request), body.orElseGet(Buffer::buffer))));
        } else if (HttpMethod.POST.equals(request.method()) && path.startsWith(INVOCATION)) {
            report(request, path.substring(INVOCATION.length()));
        } else {
            reply(request.response(), 404, "NotFound", "no such resource: " + path);
        }
    }

    private void poll(HttpServerRequest request) {
        if (listener.next(request.response()) != Verdict.ACCEPTED) {
            verdict(request.response(), Verdict.WRONG_STATE);
        }
    }

    private void report(HttpServerRequest request, String rest) {
        int slash = rest.indexOf('/');
        String id = slash < 0 ? rest : rest.substring(0, slash);
        Future<Optional<Buffer>> body = BoundedBody.read(request, RESPONSE_LIMIT);
        switch (slash < 0 ? "" : rest.substring(slash + 1)) {
            case "response" -> answer(request, body.map(b -> listener.response(id, b)));
            case "error" -> answer(request,
                    body.map(b -> listener.error(id, errorType(request), b.orElseGet(Buffer::buffer))));
            default -> reply(request.response(), 404, "NotFound", "no such resource: " + request.path());
        }
    }

    private static String errorType(HttpServerRequest request) {
        String type = request.getHeader("Lambda-Runtime-Function-Error-Type");
        return type == null ? "Unhandled" : type;
    }

    private static void answer(HttpServerRequest request, Future<Verdict> verdict) {
        verdict.onSuccess(v -> verdict(request.response(), v))
                .onFailure(e -> LOG.debug("a runtime broke off {}", request.path(), e));
    }

    private static void verdict(HttpServerResponse response, Verdict verdict) {
        switch (verdict) {
            case ACCEPTED ->
                send(response.setStatusCode(202), new JsonObject().put("status", "OK"));
            case WRONG_ID -> reply(response, 400, "InvalidRequestID", "Invalid request ID");
            case WRONG_STATE -> reply(response, 403, "InvalidStateTransition", "State transition is not allowed");
            case TOO_LARGE -> reply(response, 413, "RequestEntityTooLarge",
                    "Exceeded maximum allowed payload size (%d bytes).".formatted(RESPONSE_LIMIT));
        }
    }

    private static void reply(HttpServerResponse response, int status, String type, String message) {
        send(response.setStatusCode(status), new JsonObject().put("errorMessage", message).put("errorType", type));
    }

    private static void send(HttpServerResponse response, JsonObject body) {
        response.putHeader("Content-Type", "application/json")
                .end(body.toBuffer())
                .onFailure(e -> LOG.debug("a runtime did not wait for its answer", e));
    }
}
