package dev.lambdaflex.simulator.wire.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.metrics.MetricId;
import dev.lambdaflex.simulator.model.metrics.StatisticSet;
import dev.lambdaflex.simulator.model.time.Timeline;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** PutMetricData: all of it is checked before any of it is kept. */
final class Publication {

    private static final int MOST_DATA = 1_000;
    private static final int MOST_DIMENSIONS = 30;
    private static final int MOST_VALUES = 150;
    private static final Duration OLDEST = Duration.ofDays(14);
    private static final Duration NEWEST = Duration.ofHours(2);

    private final CloudWatch metrics;
    private final Timeline timeline;

    /** One datum that is fit to be kept. */
    private record Fit(MetricId metric, String unit, Runnable keep) {}

    Publication(CloudWatch metrics, Timeline timeline) {
        this.metrics = metrics;
        this.timeline = timeline;
    }

    void publish(Input input) {
        String namespace = Reading.required(input, "Namespace", "");
        if (namespace.startsWith("AWS/")) {
            throw Reading.invalid("The value AWS/ for parameter Namespace is invalid.");
        }
        List<Input> data = new ArrayList<>(input.structures("MetricData"));
        input.structures("EntityMetricData").forEach(entity -> data.addAll(entity.structures("MetricData")));
        if (data.isEmpty()) {
            throw Reading.missing("MetricData");
        }
        if (data.size() > MOST_DATA) {
            throw Reading
                    .invalid("The collection MetricData must not have a size greater than %d.".formatted(MOST_DATA));
        }
        List<Fit> fit = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            fit.add(datum(namespace, data.get(i), "MetricData.member.%d.".formatted(i + 1)));
        }
        fit.forEach(one -> {
            metrics.published(one.metric, one.unit);
            one.keep.run();
        });
    }

    private Fit datum(String namespace, Input datum, String place) {
        String name = Reading.required(datum, "MetricName", place);
        Map<String, String> dimensions = Reading.dimensions(datum, place);
        if (dimensions.size() > MOST_DIMENSIONS) {
            throw Reading.invalid("The collection %sDimensions must not have a size greater than %d.".formatted(place,
                    MOST_DIMENSIONS));
        }
        datum.integer("StorageResolution").filter(seconds -> seconds != 1 && seconds != 60).ifPresent(_ -> {
            throw Reading.invalid("The parameter %sStorageResolution must be a value in the set [ 1, 60 ]."
                    .formatted(place));
        });
        MetricId metric = new MetricId(namespace, name, dimensions);
        return new Fit(metric, datum.text("Unit").orElse(Units.NONE), kept(metric, datum, place));
    }

    private Runnable kept(MetricId metric, Input datum, String place) {
        Instant at = time(datum, place);
        List<String> ways = List.of("Value", "StatisticValues", "Values")
                .stream()
                .filter(datum.names()::contains)
                .toList();
        if (ways.isEmpty()) {
            throw Reading.missing(place + "Value");
        }
        if (ways.size() > 1) {
            throw Refusal.of("InvalidParameterCombination",
                    "The parameters %s%s and %s%s are mutually exclusive and you have specified both."
                            .formatted(place, ways.get(0), place, ways.get(1)));
        }
        return switch (ways.getFirst()) {
            case "Value" -> {
                double value = finite(datum.number("Value").orElseThrow(), place + "Value");
                yield () -> metrics.record(metric, at, value, 1);
            }
            case "StatisticValues" -> {
                StatisticSet set = set(datum, place);
                yield () -> metrics.record(metric, at, set);
            }
            default -> counted(metric, at, datum, place);
        };
    }

    private Runnable counted(MetricId metric, Instant at, Input datum, String place) {
        List<Double> values = datum.numbers("Values");
        List<Double> counts = datum.numbers("Counts");
        if (values.size() > MOST_VALUES) {
            throw Reading.invalid("The collection %sValues must not have a size greater than %d.".formatted(place,
                    MOST_VALUES));
        }
        if (!counts.isEmpty() && counts.size() != values.size()) {
            throw Reading.invalid("The parameters %sValues and %sCounts must be of the same size.".formatted(place,
                    place));
        }
        values.forEach(value -> finite(value, place + "Values"));
        return () -> {
            for (int i = 0; i < values.size(); i++) {
                metrics.record(metric, at, values.get(i), counts.isEmpty() ? 1 : Math.round(counts.get(i)));
            }
        };
    }

    private static StatisticSet set(Input datum, String place) {
        Input set = datum.structure("StatisticValues").orElseThrow();
        String at = place + "StatisticValues.";
        double samples = number(set, "SampleCount", at);
        double least = number(set, "Minimum", at);
        double most = number(set, "Maximum", at);
        if (samples < 1 || least > most) {
            throw Reading
                    .invalid("The value for parameter %sSampleCount must be 1 or more, and Minimum at most Maximum."
                            .formatted(at));
        }
        return new StatisticSet(Math.round(samples), number(set, "Sum", at), least, most);
    }

    private static double number(Input owner, String name, String place) {
        return finite(owner.number(name).orElseThrow(() -> Reading.missing(place + name)), place + name);
    }

    private static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw Reading.invalid("The value %s for parameter %s is invalid.".formatted(value, name));
        }
        return value;
    }

    private Instant time(Input datum, String place) {
        Instant now = timeline.now();
        Instant at = datum.time("Timestamp").orElse(now);
        if (at.isAfter(now.plus(NEWEST))) {
            throw Reading.invalid("The parameter %sTimestamp must specify a time no more than two hours in the future."
                    .formatted(place));
        }
        if (at.isBefore(now.minus(OLDEST))) {
            throw Reading.invalid("The parameter %sTimestamp must specify a time within the past two weeks."
                    .formatted(place));
        }
        return at;
    }
}
