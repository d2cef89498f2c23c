package dev.lambdaflex.simulator.load;

import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, on one event loop.
 *
 * <pre>
 *   wait for a connection --> send --> head of the answer --> body of the answer --> judged
 *   |<----------------------------- timeout ------------------------------->|
 *   failed here: never sent | failed here: perhaps received
 * </pre>
 *
 * <p>Only the first end counts; what comes later is thrown away with its connection.
 */
final class Exchange {

    private final Vertx vertx;
    private final Call call;
    private final Consumer<Outcome> end;
    private final Duration timeout;

    private long timer;
    private @Nullable HttpClientRequest request;
    private boolean over;

    Exchange(Vertx vertx, Call call, Duration timeout, Consumer<Outcome> end) {
        this.vertx = vertx;
        this.call = call;
        this.timeout = timeout;
        this.end = end;
    }

    void start(HttpClient client, RequestOptions to) {
        timer = vertx.setTimer(timeout.toMillis(), _ -> timedOut());
        client.request(to).onComplete(this::connected);
    }

    private void connected(AsyncResult<HttpClientRequest> result) {
        if (result.failed()) {
            end(Judge.unsent(reason(result.cause())));
            return;
        }
        // The future of the response fails, too; without a handler Vert.x logs a stack trace for each.
        result.result().exceptionHandler(_ -> {});
        if (over) {
            drop(result.result());
        } else {
            send(result.result());
        }
    }

    private void send(HttpClientRequest to) {
        request = to;
        to.setMethod(call.method()).setURI(call.path());
        to.response().onComplete(this::answered);
        call.body()
                .map(body -> to.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(body))
                .orElseGet(to::end)
                .onFailure(_ -> {});
    }

    private void answered(AsyncResult<HttpClientResponse> result) {
        if (result.failed()) {
            end(Judge.broken(call, reason(result.cause())));
        } else {
            HttpClientResponse response = result.result();
            response.body().onComplete(body -> complete(response, body));
        }
    }

    private void complete(HttpClientResponse response, AsyncResult<Buffer> body) {
        int status = response.statusCode();
        if (body.failed()) {
            end(Judge.broken(call, "status %d, and then: %s".formatted(status, reason(body.cause()))));
        } else {
            end(Judge.of(call, new Answer(status, response.getHeader(Answer.TIER_HEADER), body.result())));
        }
    }

    private void timedOut() {
        String reason = "timeout: no complete answer within " + timeout;
        HttpClientRequest asked = request;
        end(asked == null ? Judge.unsent(reason) : Judge.broken(call, reason));
        if (asked != null) {
            drop(asked);
        }
    }

    private void end(Outcome outcome) {
        if (!over) {
            over = true;
            vertx.cancelTimer(timer);
            end.accept(outcome);
        }
    }

    /** Closes the connection: an answer that comes late must not meet the next request. */
    private static void drop(HttpClientRequest request) {
        request.reset().onFailure(_ -> {});
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
