package dev.lambdaflex.provisioner.aws.metrics;

import java.util.Map;
import java.util.TreeMap;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/**
 * One metric and how it is read. Each combination of dimensions is a metric of its own.
 *
 * @param id        of the query: a lower-case letter first
 * @param statistic {@code Sum}, {@code p99}
 */
record Metric(String id, String namespace, String name, Map<String, String> dimensions, String statistic) {

    Metric {
        dimensions = new TreeMap<>(dimensions);
    }

    /** Without a unit: a wrong one finds nothing, and each metric has but one. */
    MetricDataQuery query(int periodSeconds) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(MetricStat.builder()
                        .metric(metric -> metric.namespace(namespace)
                                .metricName(name)
                                .dimensions(dimensions.entrySet()
                                        .stream()
                                        .map(it -> Dimension.builder().name(it.getKey()).value(it.getValue()).build())
                                        .toList()))
                        .stat(statistic)
                        .period(periodSeconds)
                        .build())
                .returnData(true)
                .build();
    }
}
