package dev.lambdaflex.simulator.wire.cloudwatch;

import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.metrics.MetricId;

/** What metrics are counted in. A question for another unit finds nothing, as on AWS. Safe from any thread. */
final class Units {

    static final String NONE = "None";
    private static final Set<String> MILLISECONDS = Set.of("Latency", "IntegrationLatency", "Duration");
    private static final Set<String> SECONDS = Set.of("TargetResponseTime");

    private final CloudWatch metrics;

    Units(CloudWatch metrics) {
        this.metrics = metrics;
    }

    String of(MetricId metric) {
        if (!metric.namespace().startsWith("AWS/")) {
            return metrics.unit(metric).orElse(NONE);
        }
        if (MILLISECONDS.contains(metric.name())) {
            return "Milliseconds";
        }
        return SECONDS.contains(metric.name()) ? "Seconds" : "Count";
    }

    boolean fits(MetricId metric, Optional<String> asked) {
        return asked.map(of(metric)::equals).orElse(true);
    }
}
