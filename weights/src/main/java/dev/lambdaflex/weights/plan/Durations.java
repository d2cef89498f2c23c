package dev.lambdaflex.weights.plan;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people type and read them: {@code 90s}, {@code 2m}, {@code 1.5h}, {@code PT2M}. */
public final class Durations {

    /** Nothing here is meant to take longer, and sums of a few of them stay far from the limits of an instant. */
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Pattern SHORT_FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,3})?)(ms|s|m|h|d)");

    private Durations() {}

    /**
     * Reads {@code text}.
     *
     * @throws IllegalArgumentException when it is no duration from zero to 366 days
     */
    public static Duration parse(String text) {
        Matcher shortForm = SHORT_FORM.matcher(text);
        Duration duration = shortForm.matches()
                ? Unit.of(shortForm.group(2)).times(Double.parseDouble(shortForm.group(1)))
                : parseIso(text);
        if (duration.isNegative()) {
            throw refused(text);
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("duration: '%s' (expected: at most 366d)".formatted(text));
        }
        return duration;
    }

    /** The shortest form of {@code duration} that {@link #parse} reads back: {@code 90s}, {@code 2m}, {@code 1500ms}. */
    public static String typed(Duration duration) {
        long millis = duration.toMillis();
        if (!duration.equals(Duration.ofMillis(millis))) {
            return duration.toString();
        }
        Unit unit = millis == 0 ? Unit.SECOND : Unit.largestWithin(millis);
        return millis / unit.millis + unit.symbol;
    }

    /** {@code duration} in one or two units: {@code 420 ms}, {@code 45 s}, {@code 2 min 5 s}, {@code 3 h}. */
    public static String text(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis > 0 && millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 10_000 && millis % 1_000 != 0) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
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
        if (!(divisor > 0)) {
            throw new IllegalArgumentException("divisor: %s (expected: above 0)".formatted(divisor));
        }
        return Duration.ofMillis(Math.round(duration.toMillis() / divisor));
    }

    private static String two(long major, String majorUnit, long minor, String minorUnit) {
        return minor == 0 ? major + " " + majorUnit : major + " " + majorUnit + " " + minor + " " + minorUnit;
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

    private enum Unit {
        DAY("d", 86_400_000), HOUR("h", 3_600_000), MINUTE("m", 60_000), SECOND("s", 1_000), MILLISECOND("ms", 1);

        private final String symbol;
        private final long millis;

        Unit(String symbol, long millis) {
            this.symbol = symbol;
            this.millis = millis;
        }

        static Unit of(String symbol) {
            return first(unit -> unit.symbol.equals(symbol));
        }

        /** The largest unit that {@code millis} is a whole number of. */
        static Unit largestWithin(long millis) {
            return first(unit -> millis % unit.millis == 0);
        }

        Duration times(double amount) {
            return Duration.ofMillis(Math.round(amount * millis));
        }

        private static Unit first(Predicate<Unit> wanted) {
            return Arrays.stream(values()).filter(wanted).findFirst().orElseThrow();
        }
    }
}
