package dev.lambdaflex.simulator.model.metrics;

import java.util.Map;

/** One metric: a name in a namespace with exactly these dimensions. Another combination is another metric. */
public record MetricId(String namespace, String name, Map<String, String> dimensions) {
    public MetricId {
        dimensions = Map.copyOf(dimensions);
    }
}
