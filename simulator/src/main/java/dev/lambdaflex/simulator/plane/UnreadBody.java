package dev.lambdaflex.simulator.plane;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rest of a body that is refused. It must not be taken for the next request, so the connection ends; and it must not be
 * left unread while the answer is on its way, for then TCP resets the connection and the client loses the answer.
 */
public final class UnreadBody {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);
    private static final long LINGER_MS = 1_000;

    private UnreadBody() {}

    /** To be called before the answer is sent. */
    public static void endConnectionAfterAnswer(Vertx vertx, HttpServerRequest request) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        discard(vertx, request);
    }

    /** The same when the head of the answer is out already. */
    public static void discard(Vertx vertx, HttpServerRequest request) {
        request.handler(_ -> {});
        request.resume();
        long timer = vertx.setTimer(LINGER_MS,
                _ -> request.connection().close().onFailure(e -> LOG.debug("the client had closed already", e)));
        request.endHandler(_ -> vertx.cancelTimer(timer));
    }
}
