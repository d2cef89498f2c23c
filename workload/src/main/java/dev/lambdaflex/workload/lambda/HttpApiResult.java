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
        JsonObject result = new JsonObject().put("statusCode", response.status());
        MultiMap headers = ResultHeaders.endToEnd(response.headers());
        List<String> cookies = headers.getAll("set-cookie");
        headers.remove("set-cookie");
        result.put("headers", ResultHeaders.joined(headers));
        if (!cookies.isEmpty()) {
            result.put("cookies", new JsonArray(cookies));
        }
        return ResultBody.finish(result, response.body(), ResultBody.MOST_OF_LAMBDA);
    }
}
