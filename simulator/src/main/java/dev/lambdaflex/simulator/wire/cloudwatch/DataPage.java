package dev.lambdaflex.simulator.wire.cloudwatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.PageToken;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/**
 * A page of GetMetricData: data points are counted through all results, and a page ends after so many, be it amid a result.
 *
 * <pre>
 *   |--- a ---|-- b --|------ c ------|
 *   |---- page 1 ----|---- page 2 ----|      a Complete, b PartialData; b Complete, c Complete
 * </pre>
 */
final class DataPage {

    private static final int MOST = 100_800;

    private final ObjectNode answer = Trees.object();
    private final ArrayNode results = answer.putArray("MetricDataResults");
    private final int from;
    private final int to;

    /** One result: its data points in the order of the answer. */
    record Line(Query query, List<Map.Entry<Instant, Double>> points) {}

    private DataPage(int from, int to) {
        this.from = from;
        this.to = to;
    }

    static ObjectNode of(List<Line> lines, Input input) {
        int size = input.integer("MaxDatapoints").orElse(MOST);
        if (size < 1 || size > MOST) {
            throw Refusal.of("ValidationError", "The parameter MaxDatapoints must be between 1 and %d.\n"
                    .formatted(MOST));
        }
        int from = input.text("NextToken").map(DataPage::position).orElse(0);
        return new DataPage(from, from + size).of(lines);
    }

    private ObjectNode of(List<Line> lines) {
        int begins = 0;
        for (Line line : lines) {
            add(line, begins);
            begins += line.points.size();
        }
        answer.putArray("Messages");
        if (begins > to) {
            answer.put("NextToken", PageToken.of(String.valueOf(to)));
        }
        return answer;
    }

    /** A result without data points belongs to the page on which its first would be. */
    private void add(Line line, int begins) {
        int ends = begins + line.points.size();
        int first = Math.max(from, begins);
        int last = Math.min(to, ends);
        boolean here = first < last || (line.points.isEmpty() && begins >= from && begins < to);
        if (!here) {
            return;
        }
        ObjectNode result = results.addObject().put("Id", line.query.id()).put("Label", line.query.title());
        ArrayNode times = result.putArray("Timestamps");
        ArrayNode values = result.putArray("Values");
        for (Map.Entry<Instant, Double> point : line.points.subList(first - begins, last - begins)) {
            times.addPOJO(point.getKey());
            values.add(point.getValue());
        }
        result.put("StatusCode", ends > to ? "PartialData" : "Complete");
    }

    private static int position(String token) {
        return PageToken.position(token)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElseThrow(() -> Refusal.of("InvalidNextToken", "The value of parameter NextToken is invalid."));
    }
}
