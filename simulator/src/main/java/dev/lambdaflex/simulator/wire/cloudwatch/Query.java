package dev.lambdaflex.simulator.wire.cloudwatch;

import java.util.Optional;

/**
 * One of the queries of GetMetricData.
 *
 * @param source   what it reads
 * @param label    as the caller chose it
 * @param returned whether its data goes into the answer, or only into expressions
 */
record Query(String id, Source source, Optional<String> label, boolean returned) {

    /** What a query reads. */
    sealed interface Source {

        /** A metric. */
        record Metric(Metrics.Ask ask) implements Source {}

        /** Arithmetic over other queries. */
        record Formula(Expression expression) implements Source {}
    }

    String title() {
        return label.orElseGet(() -> switch (source) {
            case Source.Metric(Metrics.Ask ask) -> ask.metric().name();
            case Source.Formula _ -> id;
        });
    }
}
