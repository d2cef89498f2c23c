package dev.lambdaflex.simulator.wire.cloudwatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.wire.cloudwatch.Query.Source;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** GetMetricData: many metrics in one call, the newest data points first unless it is asked otherwise. */
final class MetricData {

    private final Metrics metrics;

    MetricData(Metrics metrics) {
        this.metrics = metrics;
    }

    ObjectNode answer(Input input) {
        List<Query> queries = QueryReader.read(input, metrics);
        Instant from = time(input, "StartTime");
        Instant to = time(input, "EndTime");
        if (from.equals(to)) {
            throw validation("The parameter StartTime must not equal parameter EndTime.");
        }
        if (from.isAfter(to)) {
            throw validation("The parameter StartTime must be less than the parameter EndTime.");
        }
        Window window = new Window(queries, from, to);
        List<DataPage.Line> lines = new ArrayList<>();
        for (Query query : queries) {
            if (query.returned()) {
                NavigableMap<Instant, Double> points = window.series(query);
                lines.add(new DataPage.Line(query, List.copyOf((ascending(input) ? points : points.descendingMap())
                        .entrySet())));
            }
        }
        return DataPage.of(lines, input);
    }

    private static Instant time(Input input, String name) {
        return input.time(name).orElseThrow(() -> validation("The parameter %s is required.".formatted(name)));
    }

    private static boolean ascending(Input input) {
        return switch (input.text("ScanBy").orElse("TimestampDescending")) {
            case "TimestampDescending" -> false;
            case "TimestampAscending" -> true;
            default -> throw validation(
                    "The parameter ScanBy must be a value in the set [ TimestampDescending, TimestampAscending ].");
        };
    }

    private static Refusal validation(String message) {
        return Refusal.of("ValidationError", message + "\n");
    }

    /** What the queries read of one stretch of time; each is read once, however many expressions name it. */
    private final class Window {

        private final Map<String, Query> queries = new HashMap<>();
        private final Map<String, NavigableMap<Instant, Double>> known = new HashMap<>();
        private final Set<String> open = new HashSet<>();
        private final Instant from;
        private final Instant to;

        Window(List<Query> queries, Instant from, Instant to) {
            queries.forEach(query -> this.queries.put(query.id(), query));
            this.from = from;
            this.to = to;
        }

        NavigableMap<Instant, Double> series(Query query) {
            NavigableMap<Instant, Double> read = known.get(query.id());
            if (read == null) {
                read = read(query);
                known.put(query.id(), read);
            }
            return read;
        }

        private NavigableMap<Instant, Double> read(Query query) {
            return switch (query.source()) {
                case Source.Metric(Metrics.Ask ask) -> {
                    NavigableMap<Instant, Double> points = new TreeMap<>();
                    metrics.read(ask, from, to).forEach(point -> points.put(point.at(), point.value()));
                    yield points;
                }
                case Source.Formula(Expression expression) -> computed(query, expression);
            };
        }

        private NavigableMap<Instant, Double> computed(Query query, Expression expression) {
            if (!open.add(query.id())) {
                throw validation("Error in expression '%s': it needs its own value (expected: no circle of ids)"
                        .formatted(query.id()));
            }
            Expression.Value value = expression.value(id -> series(named(id)));
            open.remove(query.id());
            return switch (value) {
                case Expression.Value.Series(NavigableMap<Instant, Double> points) -> points;
                case Expression.Value.Everywhere _ -> throw new IllegalStateException("a number with names in it");
            };
        }

        private Query named(String id) {
            Query query = queries.get(id);
            if (query == null) {
                throw new IllegalStateException("id: '%s' (expected: one of %s)".formatted(id, queries.keySet()));
            }
            return query;
        }
    }
}
