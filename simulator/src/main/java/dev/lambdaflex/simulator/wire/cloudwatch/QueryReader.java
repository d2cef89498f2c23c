package dev.lambdaflex.simulator.wire.cloudwatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.simulator.model.metrics.MetricId;
import dev.lambdaflex.simulator.model.metrics.Statistic;
import dev.lambdaflex.simulator.wire.cloudwatch.Query.Source;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** Reads the queries of GetMetricData, and collects what is wrong with them: AWS tells all of it at once, a line each. */
final class QueryReader {

    private static final int MOST = 500;
    private static final String ID = "[a-z][a-zA-Z0-9_]*";

    private final Metrics metrics;
    private final List<String> problems = new ArrayList<>();

    private QueryReader(Metrics metrics) {
        this.metrics = metrics;
    }

    static List<Query> read(Input input, Metrics metrics) {
        return new QueryReader(metrics).read(input);
    }

    private List<Query> read(Input input) {
        List<Input> given = input.structures("MetricDataQueries");
        if (given.isEmpty()) {
            problems.add("The parameter MetricDataQueries is required.");
        }
        if (given.size() > MOST) {
            problems.add("The collection MetricDataQueries must not have a size greater than %d.".formatted(MOST));
        }
        List<Query> queries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            query(given.get(i), "MetricDataQueries.member.%d.".formatted(i + 1)).ifPresent(queries::add);
        }
        if (!queries.stream().map(Query::id).allMatch(ids::add)) {
            problems.add("The values for parameter id in MetricDataQueries are not unique.");
        }
        queries.forEach(query -> expressionProblems(query, ids));
        if (!problems.isEmpty()) {
            throw Refusal.of("ValidationError", String.join("\n", problems) + "\n");
        }
        return List.copyOf(queries);
    }

    private Optional<Query> query(Input input, String place) {
        String id = input.text("Id").orElse("");
        if (id.isEmpty()) {
            problems.add("The parameter %sId is required.".formatted(place));
        } else if (!id.matches(ID)) {
            problems.add("The value %s for parameter %sId is not matching the expected pattern ^%s$."
                    .formatted(id, place, ID));
        }
        Optional<Input> stat = input.structure("MetricStat");
        Optional<String> expression = input.text("Expression");
        if (stat.isPresent() && expression.isPresent()) {
            problems.add(
                    "The parameters %sMetricStat and %sExpression are mutually exclusive and you have specified both."
                            .formatted(place, place));
            return Optional.empty();
        }
        Optional<Source> source = stat.isPresent()
                ? ask(stat.get(), place + "MetricStat.").map(Source.Metric::new)
                : expression.map(text -> new Source.Formula(Expression.parse(text)));
        if (stat.isEmpty() && expression.isEmpty()) {
            problems.add("The parameter %sMetricStat is required.".formatted(place));
        }
        return source.map(it -> new Query(id, it, input.text("Label"), input.flag("ReturnData").orElse(true)));
    }

    private Optional<Metrics.Ask> ask(Input stat, String place) {
        Optional<Input> metric = stat.structure("Metric");
        String namespace = present(metric, "Namespace", place + "Metric.");
        String name = present(metric, "MetricName", place + "Metric.");
        Optional<Statistic> statistic = statistic(stat, place);
        int period = stat.integer("Period").orElse(0);
        if (stat.integer("Period").isEmpty()) {
            problems.add("The parameter %sPeriod is required.".formatted(place));
        } else if (!metrics.isPeriod(period)) {
            problems.add("The parameter %sPeriod must be 1, 5, 10, 30 or a multiple of 60.".formatted(place));
        }
        return statistic.map(it -> new Metrics.Ask(
                new MetricId(namespace, name, metric.map(one -> Reading.dimensions(one, place + "Metric."))
                        .orElseGet(Map::of)),
                period, it, stat.text("Unit")));
    }

    private Optional<Statistic> statistic(Input stat, String place) {
        Optional<String> word = stat.text("Stat");
        if (word.isEmpty()) {
            problems.add("The parameter %sStat is required.".formatted(place));
            return Optional.empty();
        }
        Optional<Statistic> statistic = Reading.statistic(word.get());
        if (statistic.isEmpty()) {
            problems.add("The value %s for parameter %sStat is not a valid statistic.".formatted(word.get(), place));
        }
        return statistic;
    }

    private String present(Optional<Input> owner, String name, String place) {
        Optional<String> text = owner.flatMap(it -> it.text(name)).filter(it -> !it.isEmpty());
        if (text.isEmpty()) {
            problems.add("The parameter %s%s is required.".formatted(place, name));
        }
        return text.orElse("");
    }

    private void expressionProblems(Query query, Set<String> ids) {
        if (query.source() instanceof Source.Formula(Expression expression)) {
            Set<String> unknown = new HashSet<>(expression.names());
            unknown.removeAll(ids);
            if (!unknown.isEmpty() || expression.names().contains(query.id())) {
                problems.add("Error in expression '%s': it names %s (expected: ids of other queries)".formatted(
                        query.id(), unknown.isEmpty() ? "itself" : unknown));
            }
        }
    }
}
