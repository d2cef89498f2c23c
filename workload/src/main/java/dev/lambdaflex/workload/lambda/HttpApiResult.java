package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Writes the answer in payload format 2.0. */
final class HttpApiResult {

    private HttpApiResult() {}

    static Buffer write(LambdaResponse response) {
        return ResultBody.finish(head(response.status(), response.headers()), response.body(),
                ResultBody.MOST_OF_LAMBDA);
    }

    /** Status, headers and, apart from them, cookies. */
    static JsonObject head(int status, MultiMap received) {
        MultiMap headers = ResultHeaders.endToEnd(received);
        List<String> cookies = headers.getAll("set-cookie");
        headers.remove("set-cookie");
        JsonObject head = new JsonObject().put("statusCode", status).put("headers", ResultHeaders.joined(headers));
        return cookies.isEmpty() ? head : head.put("cookies", new JsonArray(cookies));
    }
}
