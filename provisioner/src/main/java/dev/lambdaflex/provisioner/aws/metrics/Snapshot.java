package dev.lambdaflex.provisioner.aws.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

import dev.lambdaflex.weights.split.Tier;

/**
 * The counters of both tiers, period by period, as they were at {@code asOf}; new data comes only with the next period.
 *
 * @param asOf    the period in which it was read
 * @param from    the first period that it holds
 * @param tiers   which metrics tell of a tier; a tier that is not there has none
 * @param series  data points by metric
 * @param latency 99th percentiles that were asked for since, by window
 */
record Snapshot(Instant asOf, Instant from, Map<Tier, TierMetrics> tiers,
        Map<String, NavigableMap<Instant, Double>> series, Map<Window, Map<Tier, Duration>> latency) {

    /** A window of whole periods. */
    record Window(Instant begins, Instant ends) {}

    Snapshot(Instant asOf, Instant from, Map<Tier, TierMetrics> tiers,
            Map<String, NavigableMap<Instant, Double>> series) {
        this(asOf, from, tiers, series, new HashMap<>());
    }

    boolean covers(Instant period, Instant begins) {
        return asOf.equals(period) && !begins.isBefore(from);
    }

    Optional<TierMetrics> metrics(Tier tier) {
        return Optional.ofNullable(tiers.get(tier));
    }

    long sum(List<Metric> metrics, Window window) {
        return metrics.stream().mapToLong(metric -> sum(metric, window.begins(), window.ends())).sum();
    }

    /** What has no data point was zero: most counters are only reported when they are not. */
    long sum(Metric metric, Instant begins, Instant ends) {
        return Math.round(series.getOrDefault(metric.id(), new TreeMap<>())
                .subMap(begins, true, ends, false)
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum());
    }

    /** The begin of the newest period with data. */
    Optional<Instant> lastOf(Metric metric) {
        return Optional.ofNullable(series.get(metric.id()))
                .filter(points -> !points.isEmpty())
                .map(NavigableMap::lastKey);
    }

    /** The tiers that were asked anything in {@code window}: only they have a latency. */
    List<TierMetrics> busy(Window window) {
        return tiers.values().stream().filter(tier -> sum(tier.requests(), window) > 0).toList();
    }

    Optional<Duration> p99(Tier tier, Window window, Supplier<Map<Tier, Duration>> asked) {
        return Optional.ofNullable(latency.computeIfAbsent(window, _ -> asked.get()).get(tier));
    }
}
