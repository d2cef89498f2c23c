package dev.lambdaflex.workload.lambda;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Base64;

/** The parts that events of all formats have. */
final class EventParts {

    private EventParts() {}

    static HttpMethod method(EventFields fields, String key) {
        String method = fields.requiredText(key);
        try {
            return HttpMethod.valueOf(method);
        } catch (IllegalArgumentException noToken) {
            throw new MalformedEventException(
                    "%s%s is %s (expected: an HTTP method)".formatted(fields.path(), key, method), noToken);
        }
    }

    static String path(EventFields fields, String key) {
        String path = fields.requiredText(key);
        if (!path.startsWith("/")) {
            throw new MalformedEventException("%s is %s (expected: a path that begins with /)".formatted(key, path));
        }
        return path;
    }

    static Buffer body(EventFields fields) {
        String body = fields.text("body").orElse("");
        if (!fields.flag("isBase64Encoded")) {
            return Buffer.buffer(body);
        }
        try {
            return Buffer.buffer(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedEventException("body is not base64 (expected, as isBase64Encoded is true)", notBase64);
        }
    }
}
