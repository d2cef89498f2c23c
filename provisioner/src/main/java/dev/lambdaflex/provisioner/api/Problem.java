package dev.lambdaflex.provisioner.api;

import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import dev.lambdaflex.weights.safety.SafetyRule;

/** Refusals as RFC 9457 writes them: one clear sentence, never a stack trace or a path of this machine. */
final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    static Reply of(int status, String detail) {
        return of(status, detail, List.of());
    }

    static Reply of(int status, String detail, List<SafetyRule> rules) {
        JsonObject body = new JsonObject()
                .put("type", "about:blank")
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status)
                .put("detail", detail);
        if (!rules.isEmpty()) {
            body.put("rules", new JsonArray(rules.stream().map(SafetyRule::label).toList()));
        }
        return new Reply(status, MEDIA_TYPE, body.toBuffer(), Map.of());
    }

    static Reply unknownApp(String app) {
        return of(404, "app: '%s' is not known".formatted(app));
    }

    static Reply unknownPath(String path) {
        return of(404, "path: '%s' is not known (see /openapi.yaml)".formatted(path));
    }
}
