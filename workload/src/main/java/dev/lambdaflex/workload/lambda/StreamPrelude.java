package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What goes before the bytes of a streamed answer: status, headers and cookies as JSON, then eight NUL bytes. */
final class StreamPrelude {

    static final String CONTENT_TYPE = "application/vnd.awslambda.http-integration-response";
    private static final byte[] END = new byte[8];

    private StreamPrelude() {}

    static Buffer of(int status, MultiMap received) {
        MultiMap headers = ResultHeaders.endToEnd(received);
        List<String> cookies = headers.getAll("set-cookie");
        headers.remove("set-cookie");
        return new JsonObject().put("statusCode", status)
                .put("headers", ResultHeaders.joined(headers))
                .put("cookies", new JsonArray(cookies))
                .toBuffer()
                .appendBytes(END);
    }
}
