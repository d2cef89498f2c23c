package dev.lambdaflex.weights.plan;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people type and read them: {@code 90s}, {@code 2m}, {@code 1.5h}, {@code PT2M}. */
public final class Durations {

    private static final Pattern SHORT_FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h|d)");

    private Durations() {}

    /**
     * Reads {@code text}.
     *
     * @throws IllegalArgumentException when it is no duration of zero or more
     */
    public static Duration parse(String text) {
        Matcher shortForm = SHORT_FORM.matcher(text);
        if (shortForm.matches()) {
            double amount = Double.parseDouble(shortForm.group(1));
            return Duration.ofMillis(Math.round(amount * millisPerUnit(shortForm.group(2))));
        }
        Duration iso = parseIso(text);
        if (iso.isNegative()) {
            throw refused(text);
        }
        return iso;
    }

    /** {@code duration} in one or two units: {@code 45 s}, {@code 2 min 5 s}, {@code 3 h}. */
    public static String text(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis < 10_000 && millis % 1000 != 0) {
            return "%.1f s".formatted(millis / 1000.0);
        }
        long seconds = Math.round(millis / 1000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return two(seconds / 60, "min", seconds % 60, "s");
        }
        return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }

    /** {@code duration / divisor}, to the millisecond. */
    public static Duration divide(Duration duration, double divisor) {
        return Duration.ofMillis(Math.round(duration.toMillis() / divisor));
    }

    private static String two(long major, String majorUnit, long minor, String minorUnit) {
        return minor == 0 ? major + " " + majorUnit : major + " " + majorUnit + " " + minor + " " + minorUnit;
    }

    private static long millisPerUnit(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
    }

    private static Duration parseIso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException _) {
            throw refused(text);
        }
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("duration: '%s' (expected: such as 30s, 2m, 1h or PT2M)".formatted(text));
    }
}
