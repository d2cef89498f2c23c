package dev.lambdaflex.simulator.plane;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Reads a request's body into memory up to a limit. */
public final class BoundedBody {

    private final long limit;
    private final Promise<Optional<Buffer>> whole = Promise.promise();
    private final Buffer collected = Buffer.buffer();

    private BoundedBody(long limit) {
        this.limit = limit;
    }

    /** The body; empty, and told as early as possible, when it is longer than {@code limit} bytes. */
    public static Future<Optional<Buffer>> read(HttpServerRequest request, long limit) {
        if (contentLength(request) > limit) {
            return Future.succeededFuture(Optional.empty());
        }
        BoundedBody body = new BoundedBody(limit);
        request.exceptionHandler(body.whole::tryFail);
        request.endHandler(_ -> body.whole.tryComplete(Optional.of(body.collected)));
        request.handler(body::take);
        return body.whole.future();
    }

    private void take(Buffer chunk) {
        if (collected.length() + chunk.length() > limit) {
            whole.tryComplete(Optional.empty());
        } else if (!whole.future().isComplete()) {
            collected.appendBuffer(chunk);
        }
    }

    private static long contentLength(HttpServerRequest request) {
        String length = request.getHeader("content-length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
