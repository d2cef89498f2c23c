package dev.lambdaflex.simulator.plane.gateway;

import dev.lambdaflex.simulator.plane.BoundedBody;
import dev.lambdaflex.simulator.plane.PlaneTimings;
import dev.lambdaflex.simulator.plane.Tally;
import dev.lambdaflex.simulator.plane.TraceIds;
import dev.lambdaflex.simulator.plane.UnreadBody;
import dev.lambdaflex.simulator.plane.lambda.Invoker;
import dev.lambdaflex.simulator.plane.lambda.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request on its way through the gateway. */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int BODY_LIMIT = 10 * 1024 * 1024;
    /** Request line and headers together. */
    private static final int HEAD_LIMIT = 10_240;
    private static final int CLIENT_LEFT = 460;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpApi api;
    private final Invoker function;
    private final PlaneTimings timings;
    private final Tally.Entry entry;
    private final String requestId = UUID.randomUUID().toString();

    Exchange(Vertx vertx, HttpServerRequest request, HttpApi api, Invoker function, PlaneTimings timings,
            Tally.Entry entry) {
        this.vertx = vertx;
        this.request = request;
        this.api = api;
        this.function = function;
        this.timings = timings;
        this.entry = entry;
    }

    void start() {
        if (headBytes() > HEAD_LIMIT) {
            refuseUnread(Reply.error(431, "Request Header Fields Too Large"));
            return;
        }
        BoundedBody.read(request, BODY_LIMIT)
                .onSuccess(body -> body.ifPresentOrElse(this::invoke,
                        () -> refuseUnread(Reply.error(413, "Request Entity Too Large"))))
                .onFailure(_ -> entry.close(CLIENT_LEFT, true));
    }

    private void invoke(Buffer body) {
        Received received = received(body);
        function.invoke(Event.of(received, api).toBuffer(), received.traceId())
                .timeout(timings.integrationTimeout().toMillis(), TimeUnit.MILLISECONDS) //
                .onSuccess(this::conclude)
                .onFailure(this::noAnswer);
    }

    private void conclude(Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered(Buffer payload) -> Reply.parse(payload)
                    .ifPresentOrElse(reply -> send(reply, false),
                            () -> send(internalError(), true));
            case Outcome.Failed _ -> send(internalError(), true);
            case Outcome.Throttled _ -> send(unavailable(), true);
            case Outcome.TooLarge _ -> send(Reply.error(413, "Request Entity Too Large"), true);
        }
    }

    /** The function goes on: only the client hears that it took too long. */
    private void noAnswer(Throwable cause) {
        LOG.debug("no answer of the function to {}", requestId, cause);
        send(unavailable(), true);
    }

    private static Reply internalError() {
        return Reply.error(500, "Internal Server Error");
    }

    private static Reply unavailable() {
        return Reply.error(503, "Service Unavailable");
    }

    private void refuseUnread(Reply reply) {
        UnreadBody.endConnectionAfterAnswer(vertx, request);
        send(reply, true);
    }

    private void send(Reply reply, boolean gatewayMade) {
        HttpServerResponse response = request.response().setStatusCode(reply.status());
        response.headers().addAll(reply.headers());
        response.putHeader("apigw-requestid", requestId);
        end(response, reply)
                .onFailure(e -> LOG.debug("the client of {} left", requestId, e))
                .onComplete(_ -> entry.close(reply.status(), gatewayMade));
    }

    /** An answer to HEAD tells the length of the body that it does not have. */
    private Future<Void> end(HttpServerResponse response, Reply reply) {
        boolean never = reply.status() == 204 || reply.status() == 304;
        if (never) {
            return response.end();
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(reply.body().length()));
        return HttpMethod.HEAD.equals(request.method()) ? response.end() : response.end(reply.body());
    }

    private Received received(Buffer body) {
        return new Received(request.method().name(), request.uri(), request.headers(), body,
                request.remoteAddress().hostAddress(), request.localAddress().port(), requestId,
                TraceIds.rootOf(request.getHeader(TraceIds.HEADER)), Instant.now());
    }

    private int headBytes() {
        int bytes = request.method().name().length() + request.uri().length();
        for (Map.Entry<String, String> header : request.headers()) {
            bytes += header.getKey().length() + header.getValue().length();
        }
        return bytes;
    }
}
