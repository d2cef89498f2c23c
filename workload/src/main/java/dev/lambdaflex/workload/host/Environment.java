package dev.lambdaflex.workload.host;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Environment variables with types. An empty variable counts as absent, as in compose files. */
record Environment(Map<String, String> variables) {

    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    int integer(String name, int otherwise, int least, int most) {
        return text(name).map(value -> parseInteger(name, value, least, most)).orElse(otherwise);
    }

    /** Whole or decimal seconds, such as {@code 5} or {@code 0.2}. */
    Duration seconds(String name, Duration otherwise) {
        return text(name).map(value -> parseSeconds(name, value)).orElse(otherwise);
    }

    boolean flag(String name) {
        return text(name).map(value -> parseFlag(name, value)).orElse(false);
    }

    private static int parseInteger(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw refusal(name, value, "%d to %d".formatted(least, most), notANumber);
        }
        throw refusal(name, value, "%d to %d".formatted(least, most), null);
    }

    private static Duration parseSeconds(String name, String value) {
        try {
            BigDecimal millis = new BigDecimal(value).movePointRight(3);
            if (millis.signum() >= 0 && millis.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
                return Duration.ofMillis(millis.longValue());
            }
        } catch (NumberFormatException notANumber) {
            throw refusal(name, value, "seconds from 0 on, such as 0.2", notANumber);
        }
        throw refusal(name, value, "seconds from 0 on, such as 0.2", null);
    }

    private static boolean parseFlag(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refusal(name, value, "true or false", null);
        };
    }

    private static IllegalArgumentException refusal(String name, String value, String expected,
            @Nullable Throwable cause) {
        return new IllegalArgumentException("%s: %s (expected: %s)".formatted(name, value, expected), cause);
    }
}
