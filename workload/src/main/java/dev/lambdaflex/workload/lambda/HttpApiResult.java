package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the answer in payload format 2.0. */
final class HttpApiResult {

    private HttpApiResult() {}

    static Buffer write(LambdaResponse response) {
        JsonObject result = new JsonObject().put("statusCode", response.status());
        MultiMap headers = endToEnd(response.headers());
        List<String> cookies = headers.getAll("set-cookie");
        headers.remove("set-cookie");
        result.put("headers", singleStrings(headers));
        if (!cookies.isEmpty()) {
            result.put("cookies", new JsonArray(cookies));
        }
        putBody(result, response.body());
        return result.toBuffer();
    }

    private static MultiMap endToEnd(MultiMap received) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(received);
        HopByHop.removeFrom(headers);
        // The gateway counts for itself, and base64 would make the number wrong.
        headers.remove("content-length");
        return headers;
    }

    private static JsonObject singleStrings(MultiMap headers) {
        JsonObject single = new JsonObject();
        for (String name : headers.names()) {
            single.put(name.toLowerCase(Locale.ROOT), String.join(", ", headers.getAll(name)));
        }
        return single;
    }

    /** Bytes that are UTF-8 come back the same from a JSON string, whatever their type says; all others need base64. */
    private static void putBody(JsonObject result, Buffer body) {
        byte[] bytes = body.getBytes();
        Optional<String> text = utf8(bytes);
        result.put("isBase64Encoded", text.isEmpty());
        result.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(bytes)));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
