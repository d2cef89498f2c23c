package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** Writes the answer in payload format 1.0, or for a load balancer. */
final class ProxyResult {

    private ProxyResult() {}

    static Buffer multiValued(LambdaResponse response, int most) {
        MultiMap headers = ResultHeaders.endToEnd(response.headers());
        JsonObject lists = new JsonObject();
        for (String name : headers.names()) {
            lists.put(name.toLowerCase(Locale.ROOT), new JsonArray(headers.getAll(name)));
        }
        return ResultBody.finish(status(response).put("multiValueHeaders", lists), response.body(), most);
    }

    /** Cookies cannot be joined: rather than lose one silently, the answer fails and says what to set. */
    static Buffer singleValued(LambdaResponse response, int most) {
        MultiMap headers = ResultHeaders.endToEnd(response.headers());
        List<String> cookies = headers.getAll("set-cookie");
        if (cookies.size() > 1) {
            throw new UnwritableAnswerException(
                    "%d Set-Cookie headers (expected: one, unless the target group sets lambda.multi_value_headers.enabled)"
                            .formatted(cookies.size()));
        }
        return ResultBody.finish(status(response).put("headers", ResultHeaders.joined(headers)), response.body(), most);
    }

    private static JsonObject status(LambdaResponse response) {
        return new JsonObject().put("statusCode", response.status());
    }
}
