package dev.lambdaflex.workload.lambda;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The body of an answer as results carry it, and how large a result may be. */
final class ResultBody {

    /** Lambda's limit for a buffered result. */
    static final int MOST_OF_LAMBDA = 6 * 1024 * 1024;
    /** ELB: the answer of a function behind a balancer. */
    static final int MOST_OF_BALANCER = 1024 * 1024;

    private ResultBody() {}

    /** {@code result} with {@code body}, as bytes; {@link AnswerTooLargeException} when they are more than {@code most}. */
    static Buffer finish(JsonObject result, Buffer body, int most) {
        put(result, body);
        Buffer written = result.toBuffer();
        if (written.length() > most) {
            throw new AnswerTooLargeException(Integer.toString(written.length()), most);
        }
        return written;
    }

    /**
     * Bytes that are UTF-8 come back the same from a JSON string, whatever their type says; all others need base64. So do
     * control characters, not for truth but for size: JSON spends six characters on each.
     */
    private static void put(JsonObject result, Buffer body) {
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
            return Optional.of(text).filter(ResultBody::isPlain);
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
