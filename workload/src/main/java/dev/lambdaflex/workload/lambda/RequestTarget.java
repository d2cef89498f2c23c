package dev.lambdaflex.workload.lambda;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Makes a path and a query fit for a request line again. API Gateway hands out some paths decoded, so what cannot stand in
 * a request line is encoded, and what is encoded already stays as it is.
 */
final class RequestTarget {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /** RFC 3986: unreserved, sub-delims, and what else a path may hold. */
    private static final String PATH_MARKS = "-._~!$&'()*+,;=:@/";
    /** A query comes as the client wrote it; servers take these although RFC 3986 would have them encoded. */
    private static final String QUERY_MARKS = PATH_MARKS + "?%[]|^`{}\\\"<>";

    private RequestTarget() {}

    static String of(String rawPath, String rawQuery) {
        String path = encode(rawPath, PATH_MARKS);
        return rawQuery.isEmpty() ? path : path + '?' + encode(rawQuery, QUERY_MARKS);
    }

    private static String encode(String text, String marks) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (Ascii.isAlphanumeric(bytes[i]) || marks.indexOf(bytes[i]) >= 0 || beginsEscape(bytes, i)) {
                encoded.append((char) bytes[i]);
            } else {
                encoded.append('%').append(HEX.toHexDigits(bytes[i]));
            }
        }
        return encoded.toString();
    }

    /** A percent sign that begins no escape is data of a decoded path. */
    private static boolean beginsEscape(byte[] bytes, int at) {
        return bytes[at] == '%' && at + 2 < bytes.length && HexFormat.isHexDigit(bytes[at + 1])
                && HexFormat.isHexDigit(bytes[at + 2]);
    }
}
