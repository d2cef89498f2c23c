package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What goes before the bytes of a streamed answer: the head of an HTTP API result as JSON, then eight NUL bytes. */
final class StreamPrelude {

    static final String CONTENT_TYPE = "application/vnd.awslambda.http-integration-response";
    private static final byte[] END = new byte[8];

    private StreamPrelude() {}

    static Buffer of(int status, MultiMap received) {
        return HttpApiResult.head(status, received).toBuffer().appendBytes(END);
    }
}
