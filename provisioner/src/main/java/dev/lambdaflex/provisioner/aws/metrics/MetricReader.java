package dev.lambdaflex.provisioner.aws.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import dev.lambdaflex.provisioner.aws.client.Refusal;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** GetMetricData, all metrics in one call, page by page to its end. */
final class MetricReader {

    private static final String ACTION = "cloudwatch:GetMetricData";

    private final CloudWatchClient cloudWatch;

    MetricReader(CloudWatchClient cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    /** Data points by the id of their metric and the start of their period. What has no data has no points. */
    Map<String, NavigableMap<Instant, Double>> read(List<Metric> metrics, Duration period, Instant from, Instant to) {
        int seconds = Math.toIntExact(period.toSeconds());
        GetMetricDataRequest first = GetMetricDataRequest.builder()
                .metricDataQueries(metrics.stream().distinct().map(metric -> metric.query(seconds)).toList())
                .startTime(from)
                .endTime(to)
                .build();
        return Refusal.worded(ACTION, () -> {
            Map<String, NavigableMap<Instant, Double>> points = new HashMap<>();
            for (GetMetricDataResponse page : cloudWatch.getMetricDataPaginator(first)) {
                page.metricDataResults().forEach(result -> add(result, points));
            }
            return points;
        });
    }

    private static void add(MetricDataResult result, Map<String, NavigableMap<Instant, Double>> points) {
        boolean usable = result.statusCode() == null || result.statusCode() == StatusCode.COMPLETE
                || result.statusCode() == StatusCode.PARTIAL_DATA;
        if (!usable) {
            throw new CloudException("%s: the metric %s answers %s".formatted(ACTION, result.id(),
                    result.statusCodeAsString()));
        }
        NavigableMap<Instant, Double> series = points.computeIfAbsent(result.id(), _ -> new TreeMap<>());
        for (int i = 0; i < result.timestamps().size(); i++) {
            series.put(result.timestamps().get(i), result.values().get(i));
        }
    }
}
