package dev.lambdaflex.simulator.wire.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as text. */
public final class Timestamps {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** With milliseconds, as AWS writes them: {@code 2026-11-24T09:30:00.000Z}. */
    public static String iso(Instant time) {
        return MILLIS.format(time);
    }

    /** ISO 8601 with any fraction and any offset, or seconds since 1970; empty when it is neither. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(text.matches("[0-9]+(\\.[0-9]+)?")
                    ? Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000))
                    : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
