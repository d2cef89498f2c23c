package dev.lambdaflex.simulator.plane.balancer;

import dev.lambdaflex.simulator.plane.HopByHop;
import dev.lambdaflex.simulator.plane.Tally;
import dev.lambdaflex.simulator.plane.UnreadBody;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request on its way to a target and back. As with AWS there is no second try. Whoever ends it first (the target's
 * answer, its failure, silence, the client) closes the entry; what the others say after that is not heard.
 */
final class Forwarding {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);
    private static final int CLIENT_LEFT = 460;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final HttpClient client;
    private final Tally tally;
    private final Tally.Entry entry;
    private final Silence silence;
    private final boolean hasBody;
    private boolean received;
    private boolean endsConnection;
    private @Nullable HttpClientRequest outgoing;

    Forwarding(Vertx vertx, HttpServerRequest request, HttpClient client, Duration idleTimeout, Tally tally) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
        this.client = client;
        this.tally = tally;
        this.entry = tally.open();
        this.silence = new Silence(vertx, idleTimeout, this::silent);
        this.hasBody = hasBody(request);
        this.received = !hasBody;
        this.endsConnection = HopByHop.of(request.headers()).contains("close");
    }

    /** The connection ends with this request. */
    void endsConnection() {
        endsConnection = true;
    }

    void toNobody() {
        answer(OwnAnswer.UNAVAILABLE);
    }

    void to(Target target) {
        if (hasBody) {
            request.pause();
        }
        request.exceptionHandler(this::clientLeft);
        response.exceptionHandler(this::clientLeft);
        response.closeHandler(_ -> clientLeft(null));
        client.request(new RequestOptions().setServer(target.endpoint().socketAddress())
                .setHost(target.endpoint().host())
                .setPort(target.endpoint().port())
                .setMethod(request.method())
                .setURI(request.uri())).onSuccess(this::connected).onFailure(this::notConnected);
    }

    private void connected(HttpClientRequest connected) {
        if (entry.isClosed()) {
            reset(connected);
            return;
        }
        outgoing = connected;
        silence.broken();
        ForwardedHeaders.request(request, connected.headers());
        connected.exceptionHandler(this::targetFailed);
        connected.response().onSuccess(this::answered).onFailure(this::targetFailed);
        if (!hasBody) {
            connected.end().onFailure(this::targetFailed);
            return;
        }
        connected.setChunked(!connected.headers().contains(HttpHeaders.CONTENT_LENGTH));
        Pump.start(request, connected, silence::broken, () -> {
            received = true;
            connected.end().onFailure(this::targetFailed);
        }, this::targetFailed);
    }

    private void answered(HttpClientResponse incoming) {
        if (entry.isClosed()) {
            return;
        }
        silence.broken();
        response.setStatusCode(incoming.statusCode()).setStatusMessage(incoming.statusMessage());
        ForwardedHeaders.copy(incoming.headers(), response.headers());
        announceEnd();
        incoming.exceptionHandler(this::targetFailed);
        boolean lengthKnown = response.headers().contains(HttpHeaders.CONTENT_LENGTH);
        if (!lengthKnown && !isBodiless(incoming) && request.version() == HttpVersion.HTTP_1_1) {
            response.setChunked(true);
        }
        Pump.start(incoming, response, silence::broken, this::finish, this::clientLeft);
    }

    private void finish() {
        if (!close(response.getStatusCode(), false)) {
            return;
        }
        if (!received) {
            abandon();
            UnreadBody.discard(vertx, request);
        }
        response.end().onFailure(this::unheard).onComplete(_ -> endConnection());
    }

    private void announceEnd() {
        if (endsConnection) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /** Vert.x closes by the request's header alone, not by that of the answer. */
    private void endConnection() {
        if (endsConnection && received) {
            request.connection().close().onFailure(this::unheard);
        }
    }

    private void notConnected(Throwable cause) {
        if (!entry.isClosed()) {
            tally.meter().targetConnectionError();
            answer(cause instanceof ConnectTimeoutException ? OwnAnswer.TIMEOUT : OwnAnswer.BAD_GATEWAY);
        }
    }

    private void targetFailed(Throwable cause) {
        if (!entry.isClosed()) {
            LOG.debug("target failed at {}", request.uri(), cause);
            tally.meter().targetConnectionError();
            answerOrCut(OwnAnswer.BAD_GATEWAY);
            abandon();
        }
    }

    private void silent() {
        if (!entry.isClosed()) {
            answerOrCut(OwnAnswer.TIMEOUT);
            abandon();
        }
    }

    private void clientLeft(@Nullable Throwable cause) {
        if (close(response.headWritten() ? response.getStatusCode() : CLIENT_LEFT, !response.headWritten())) {
            LOG.debug("the client of {} left", request.uri(), cause);
            abandon();
        }
    }

    private void answerOrCut(OwnAnswer own) {
        if (response.headWritten()) {
            close(response.getStatusCode(), false);
            response.reset().onFailure(this::unheard);
        } else {
            answer(own);
        }
    }

    private void answer(OwnAnswer own) {
        if (!close(own.status, true)) {
            return;
        }
        response.setStatusCode(own.status).putHeader("Server", "awselb/2.0").putHeader("Content-Type", "text/html");
        if (!received) {
            UnreadBody.endConnectionAfterAnswer(vertx, request);
        }
        announceEnd();
        response.end(own.page()).onFailure(this::unheard).onComplete(_ -> endConnection());
    }

    private boolean close(int status, boolean gatewayMade) {
        silence.stopListening();
        return entry.close(status, gatewayMade);
    }

    /**
     * Only while the exchange with the target is incomplete: a reset of a completed one would hit the request that uses the
     * connection next.
     */
    private void abandon() {
        if (outgoing != null) {
            reset(outgoing);
        }
    }

    private void reset(HttpClientRequest abandoned) {
        abandoned.reset().onFailure(this::unheard);
    }

    private void unheard(Throwable cause) {
        LOG.debug("nobody was there to hear the end of {}", request.uri(), cause);
    }

    private boolean isBodiless(HttpClientResponse incoming) {
        return HttpMethod.HEAD.equals(request.method()) || incoming.statusCode() == 204 || incoming.statusCode() == 304;
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }
}
