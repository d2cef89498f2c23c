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

    /** Lambda's limit for a buffered result. */
    static final int MAX_BYTES = 6 * 1024 * 1024;

    private HttpApiResult() {}

    /** {@code response} in the event's format, or {@link AnswerTooLargeException}. */
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
        Buffer written = result.toBuffer();
        if (written.length() > MAX_BYTES) {
            throw new AnswerTooLargeException(Integer.toString(written.length()), MAX_BYTES);
        }
        return written;
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

    /**
     * Bytes that are UTF-8 come back the same from a JSON string, whatever their type says; all others need base64. So do
     * control characters, not for truth but for size: JSON spends six characters on each.
     */
    private static void putBody(JsonObject result, Buffer body) {
        byte[] bytes = body.getBytes();
        Optional<String> text = utf8(bytes);
        result.put("isBase64Encoded", text.isEmpty());
        result.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(bytes)));
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r');
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text).filter(HttpApiResult::isPlain);
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
