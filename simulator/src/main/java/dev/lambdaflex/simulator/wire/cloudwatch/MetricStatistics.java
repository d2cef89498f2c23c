package dev.lambdaflex.simulator.wire.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.metrics.DataPoint;
import dev.lambdaflex.simulator.model.metrics.MetricId;
import dev.lambdaflex.simulator.model.metrics.Statistic;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** GetMetricStatistics: several statistics of one metric. AWS promises no order; here the oldest come first. */
final class MetricStatistics {

    private static final int MOST_POINTS = 1_440;

    private final Metrics metrics;

    MetricStatistics(Metrics metrics) {
        this.metrics = metrics;
    }

    ObjectNode answer(Input input) {
        MetricId metric = new MetricId(Reading.required(input, "Namespace", ""),
                Reading.required(input, "MetricName", ""), Reading.dimensions(input, ""));
        Instant from = input.time("StartTime").orElseThrow(() -> Reading.missing("StartTime"));
        Instant to = input.time("EndTime").orElseThrow(() -> Reading.missing("EndTime"));
        int period = input.integer("Period").orElseThrow(() -> Reading.missing("Period"));
        checkTimes(from, to, period);
        List<String> words = words(input);
        NavigableMap<Instant, ObjectNode> points = new TreeMap<>();
        for (String word : words) {
            Statistic statistic = Reading.statistic(word).orElseThrow(() -> unknown(word));
            Metrics.Ask ask = new Metrics.Ask(metric, period, statistic, input.text("Unit"));
            for (DataPoint point : metrics.read(ask, from, to)) {
                put(points.computeIfAbsent(point.at(), at -> begun(at, metrics.units().of(metric))), word,
                        point.value());
            }
        }
        ObjectNode answer = Trees.object().put("Label", metric.name());
        ArrayNode list = answer.putArray("Datapoints");
        points.values().forEach(list::add);
        return answer;
    }

    private void checkTimes(Instant from, Instant to, int period) {
        if (from.equals(to)) {
            throw Reading.invalid("The parameter StartTime must not equal parameter EndTime.");
        }
        if (from.isAfter(to)) {
            throw Reading.invalid("The parameter StartTime must be less than the parameter EndTime.");
        }
        if (!metrics.isPeriod(period)) {
            throw Reading.invalid("The parameter Period must be 1, 5, 10, 30 or a multiple of 60.");
        }
        long wanted = Duration.between(from, to).toSeconds() / period;
        if (wanted > MOST_POINTS) {
            throw Refusal.of("InvalidParameterCombination",
                    ("You have requested up to %d datapoints, which exceeds the limit of %d. You may reduce the "
                            + "datapoints requested by increasing Period, or decreasing the time range.")
                            .formatted(wanted, MOST_POINTS));
        }
    }

    private static List<String> words(Input input) {
        List<String> plain = input.texts("Statistics");
        List<String> extended = input.texts("ExtendedStatistics");
        if (plain.isEmpty() && extended.isEmpty()) {
            throw Refusal.of("InvalidParameterCombination",
                    "Must specify either Statistics or ExtendedStatistics");
        }
        Optional<String> strange = plain.stream()
                .filter(word -> !Reading.isPlain(word))
                .findFirst()
                .or(() -> extended.stream().filter(Reading::isPlain).findFirst());
        if (strange.isPresent()) {
            throw unknown(strange.get());
        }
        List<String> words = new ArrayList<>(plain);
        words.addAll(extended);
        return words;
    }

    private static ObjectNode begun(Instant at, String unit) {
        ObjectNode point = Trees.object();
        point.putPOJO("Timestamp", at);
        return point.put("Unit", unit);
    }

    private static void put(ObjectNode point, String word, double value) {
        if (Reading.isPlain(word)) {
            point.put(word, value);
        } else {
            point.withObjectProperty("ExtendedStatistics").put(word, value);
        }
    }

    private static Refusal unknown(String word) {
        return Reading.invalid("The value %s for parameter Statistics is not a valid statistic.".formatted(word));
    }
}
