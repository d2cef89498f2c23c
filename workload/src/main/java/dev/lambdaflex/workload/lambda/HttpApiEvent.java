package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Base64;

/** Reads an event of payload format 2.0. */
final class HttpApiEvent {

    private HttpApiEvent() {}

    /** The request that the event tells of, or {@link MalformedEventException}. */
    static LambdaRequest read(Buffer event) {
        EventFields fields = new EventFields(parse(event), "");
        String version = fields.text("version").orElse("absent");
        if (!version.equals("2.0")) {
            throw new MalformedEventException("version is %s (expected: 2.0, an HTTP API event)".formatted(version));
        }
        EventFields context = fields.object("requestContext");
        EventFields http = context.object("http");
        Buffer body = body(fields);
        MultiMap headers = EventHeaders.read(fields.object("headers"));
        EventHeaders.addCookies(headers, fields.texts("cookies"));
        EventHeaders.completeForwarding(headers, http.text("sourceIp"), context.text("domainName"));
        EventHeaders.fitToBody(headers, body);
        return new LambdaRequest(method(http), target(fields), headers, body);
    }

    private static JsonObject parse(Buffer event) {
        try {
            return new JsonObject(event);
        } catch (DecodeException | ClassCastException notAnObject) {
            throw new MalformedEventException("not JSON with an object at its top", notAnObject);
        }
    }

    private static HttpMethod method(EventFields http) {
        String method = http.requiredText("method");
        try {
            return HttpMethod.valueOf(method);
        } catch (IllegalArgumentException noToken) {
            throw new MalformedEventException(
                    "requestContext.http.method is %s (expected: an HTTP method)".formatted(method),
                    noToken);
        }
    }

    private static String target(EventFields fields) {
        String path = fields.requiredText("rawPath");
        if (!path.startsWith("/")) {
            throw new MalformedEventException("rawPath is %s (expected: a path that begins with /)".formatted(path));
        }
        return RequestTarget.of(path, fields.text("rawQueryString").orElse(""));
    }

    private static Buffer body(EventFields fields) {
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
