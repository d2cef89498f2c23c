package dev.lambdaflex.simulator.wire.cloudwatch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.metrics.MetricId;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.PageToken;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** ListMetrics: those that have had data. */
final class MetricList {

    private static final int PAGE = 500;
    private static final Comparator<MetricId> ORDER = Comparator.comparing(MetricId::namespace)
            .thenComparing(MetricId::name)
            .thenComparing(metric -> new TreeMap<>(metric.dimensions()).toString());

    private final Metrics metrics;

    /** A dimension that a metric must have, with that value or with any. */
    private record Wanted(String name, Optional<String> value) {

        boolean isIn(Map<String, String> dimensions) {
            String found = dimensions.get(name);
            return found != null && value.map(found::equals).orElse(true);
        }
    }

    MetricList(Metrics metrics) {
        this.metrics = metrics;
    }

    ObjectNode answer(Input input) {
        List<Wanted> wanted = input.structures("Dimensions")
                .stream()
                .map(one -> new Wanted(Reading.required(one, "Name", "Dimensions.member.1."), one.text("Value")))
                .toList();
        List<MetricId> found = metrics.listed(within(input))
                .stream()
                .filter(metric -> input.text("Namespace").map(metric.namespace()::equals).orElse(true))
                .filter(metric -> input.text("MetricName").map(metric.name()::equals).orElse(true))
                .filter(metric -> wanted.stream().allMatch(one -> one.isIn(metric.dimensions())))
                .sorted(ORDER)
                .toList();
        PageToken.Page<MetricId> page = PageToken.page(found, input.text("NextToken"), PAGE,
                () -> Reading.invalid("Invalid token"));
        ObjectNode answer = Trees.object();
        ArrayNode list = answer.putArray("Metrics");
        page.items().forEach(metric -> list.add(worded(metric)));
        page.next().ifPresent(token -> answer.put("NextToken", token));
        return answer;
    }

    private Duration within(Input input) {
        return input.text("RecentlyActive").map(word -> {
            if (!word.equals("PT3H")) {
                throw Reading.invalid("The value %s for parameter RecentlyActive is invalid (expected: PT3H)"
                        .formatted(word));
            }
            return Duration.ofHours(3);
        }).orElse(metrics.retention());
    }

    private static ObjectNode worded(MetricId metric) {
        ObjectNode worded = Trees.object().put("Namespace", metric.namespace()).put("MetricName", metric.name());
        ArrayNode dimensions = worded.putArray("Dimensions");
        new TreeMap<>(metric.dimensions())
                .forEach((name, value) -> dimensions.addObject().put("Name", name).put("Value", value));
        return worded;
    }
}
