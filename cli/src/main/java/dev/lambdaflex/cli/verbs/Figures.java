package dev.lambdaflex.cli.verbs;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.vertx.core.json.JsonObject;

/** Numbers and times as people read them. */
final class Figures {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private Figures() {}

    static String percent(JsonObject in, String key) {
        return new BigDecimal(in.getNumber(key).toString()).stripTrailingZeros().toPlainString() + " %";
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String count(long number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }
}
