package dev.lambdaflex.workload.lambda;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** Collects a body up to a limit. At the limit the request is reset, so that an endless answer cannot fill the memory. */
final class BoundedBody {

    private final HttpClientResponse response;
    private final int limit;
    private final Buffer body = Buffer.buffer();
    private final Promise<Buffer> whole = Promise.promise();

    private BoundedBody(HttpClientResponse response, int limit) {
        this.response = response;
        this.limit = limit;
    }

    static Future<Buffer> collect(HttpClientResponse response, int limit) {
        BoundedBody bounded = new BoundedBody(response, limit);
        response.exceptionHandler(bounded.whole::tryFail);
        response.endHandler(_ -> bounded.whole.tryComplete(bounded.body));
        response.handler(bounded::append);
        return bounded.whole.future();
    }

    private void append(Buffer chunk) {
        if (whole.future().isComplete()) {
            return;
        }
        if (body.length() + chunk.length() > limit) {
            whole.fail(new AnswerTooLargeException("over " + limit, limit));
            response.request().reset();
        } else {
            body.appendBuffer(chunk);
        }
    }
}
