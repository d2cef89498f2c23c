package dev.lambdaflex.simulator.plane.gateway;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import dev.lambdaflex.simulator.plane.HopByHop;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the client is answered. */
record Reply(int status, MultiMap headers, Buffer body) {

    private static final String CONTENT_TYPE = "content-type";

    /**
     * Reads a function's answer in payload format 2.0; empty when it is malformed. An answer without {@code statusCode} is
     * itself the body of a 200, so a typo in that key turns an error into a success; API Gateway does so, too.
     */
    static Optional<Reply> parse(Buffer payload) {
        try {
            Object answer = Json.decodeValue(payload);
            boolean inferred = !(answer instanceof JsonObject object) || !object.containsKey("statusCode");
            return Optional.of(inferred ? json(200, payload) : explicit((JsonObject) answer));
        } catch (DecodeException | ClassCastException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static Reply json(int status, Buffer body) {
        return new Reply(status, HttpHeaders.headers().set(CONTENT_TYPE, "application/json"), body);
    }

    /** The body of the gateway's own errors. */
    static Reply error(int status, String message) {
        return json(status, new JsonObject().put("message", message).toBuffer());
    }

    private static Reply explicit(JsonObject answer) {
        MultiMap headers = headers(requireNonNullElseGet(answer.getJsonObject("headers"), JsonObject::new));
        Buffer body = body(answer);
        if (body.length() > 0 && !headers.contains(CONTENT_TYPE)) {
            headers.set(CONTENT_TYPE, "text/plain;charset=UTF-8");
        }
        JsonArray cookies = requireNonNullElseGet(answer.getJsonArray("cookies"), JsonArray::new);
        cookies.forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, (String) cookie));
        return new Reply(status(answer.getValue("statusCode")), headers, body);
    }

    private static int status(@Nullable Object code) {
        int status = code instanceof Number number ? number.intValue() : Integer.parseInt(String.valueOf(code));
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("statusCode: %d (expected: 200 to 599)".formatted(status));
        }
        return status;
    }

    private static MultiMap headers(JsonObject given) {
        MultiMap headers = HttpHeaders.headers();
        for (Map.Entry<String, Object> header : given) {
            headers.set(header.getKey(), scalar(header.getValue()));
        }
        Set<String> dropped = HopByHop.of(headers);
        headers.names().forEach(name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (dropped.contains(lower) || lower.equals("content-length")) {
                headers.remove(name);
            }
        });
        return headers;
    }

    private static String scalar(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            case null, default ->
                throw new IllegalArgumentException("header: %s (expected: a string)".formatted(value));
        };
    }

    private static Buffer body(JsonObject answer) {
        String body = (String) requireNonNullElse(answer.getValue("body"), "");
        boolean encoded = answer.getBoolean("isBase64Encoded", false);
        return encoded ? Buffer.buffer(Base64.getDecoder().decode(body)) : Buffer.buffer(body);
    }
}
