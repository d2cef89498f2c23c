package dev.lambdaflex.simulator.wire.signature;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a request says of its own signature, in its Authorization header or in a presigned query.
 *
 * @param headers   names of the headers that are signed
 * @param signature in hexadecimal
 * @param time      when it was signed
 * @param token     the session token of a temporary key
 * @param presigned how long a presigned query holds; empty for a header
 */
record Signature(Scope scope, List<String> headers, String signature, Instant time, Optional<String> token,
        Optional<Duration> presigned) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    Signature {
        headers = List.copyOf(headers);
    }

    String stamp() {
        return STAMP.format(time);
    }

    static @Nullable Instant parseStamp(String text) {
        try {
            return LocalDateTime.parse(text, STAMP).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
