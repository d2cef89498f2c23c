package dev.lambdaflex.simulator.plane.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

/**
 * Which bodies reach the function as text and which as Base64: text, JSON, XML and JavaScript as text; everything else, also
 * forms, bodies without a type and encoded (compressed) ones, as Base64.
 */
final class BodyText {

    private BodyText() {}

    static boolean isText(Received request) {
        return request.header("content-encoding", "").isEmpty() && isTextType(request.header("content-type", ""))
                && isUtf8(request.body());
    }

    private static boolean isTextType(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = (parameters < 0 ? contentType : contentType.substring(0, parameters)).trim()
                .toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || type.endsWith("+json") || type.endsWith("+xml") || switch (type) {
            case "application/json", "application/xml", "application/javascript" -> true;
            default -> false;
        };
    }

    /** Bytes that are no UTF-8 would not survive the way through a JSON string. */
    private static boolean isUtf8(Buffer body) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(body.getBytes()));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
