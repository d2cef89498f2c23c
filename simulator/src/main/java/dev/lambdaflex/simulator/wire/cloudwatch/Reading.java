package dev.lambdaflex.simulator.wire.cloudwatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.lambdaflex.simulator.model.metrics.Statistic;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** Structures that several operations take. */
final class Reading {

    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,3}(\\.\\d{1,10})?)");
    private static final Set<String> PLAIN = Set.of("SampleCount", "Average", "Sum", "Minimum", "Maximum");
    /** Statistics that AWS has and this cloud does not play: trimmed means and the like, by their beginnings. */
    private static final Pattern OTHERS = Pattern
            .compile("(tm|wm|tc|ts)\\d.*|(TM|WM|TC|TS|PR)\\(.*\\)|IQM|tm|wm");

    private Reading() {}

    /** Empty for what is no statistic. One that AWS has and this cloud has not is refused. */
    static Optional<Statistic> statistic(String word) {
        Matcher percentile = PERCENTILE.matcher(word);
        if (percentile.matches()) {
            double percent = Double.parseDouble(percentile.group(1));
            return percent <= 100 ? Optional.of(new Statistic.Percentile(percent)) : Optional.empty();
        }
        if (OTHERS.matcher(word).matches()) {
            throw Refusal.notPlayed("cloudwatch", "the statistic %s (expected: one of %s, or p0 to p100)"
                    .formatted(word, PLAIN));
        }
        return Optional.ofNullable(plain(word));
    }

    static boolean isPlain(String word) {
        return PLAIN.contains(word);
    }

    private static Statistic.@Nullable Plain plain(String word) {
        return switch (word) {
            case "Sum" -> Statistic.Plain.SUM;
            case "SampleCount" -> Statistic.Plain.SAMPLE_COUNT;
            case "Average" -> Statistic.Plain.AVERAGE;
            case "Minimum" -> Statistic.Plain.MINIMUM;
            case "Maximum" -> Statistic.Plain.MAXIMUM;
            default -> null;
        };
    }

    /** The dimensions of a metric; {@code place} is what their refusals begin with. */
    static Map<String, String> dimensions(Input owner, String place) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        int number = 0;
        for (Input dimension : owner.structures("Dimensions")) {
            String at = "%sDimensions.member.%d.".formatted(place, ++number);
            dimensions.put(required(dimension, "Name", at), required(dimension, "Value", at));
        }
        return dimensions;
    }

    static String required(Input owner, String name, String place) {
        return owner.text(name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> missing(place + name));
    }

    static Refusal missing(String name) {
        return Refusal.of("MissingParameter", "The parameter %s is required.".formatted(name));
    }

    static Refusal invalid(String message) {
        return Refusal.of("InvalidParameterValue", message);
    }
}
