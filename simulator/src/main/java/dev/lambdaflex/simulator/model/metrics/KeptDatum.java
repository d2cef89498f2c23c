package dev.lambdaflex.simulator.model.metrics;

import java.util.List;

/**
 * All that is known of one metric in one period, as it is kept outside.
 *
 * @param period      its number: how many periods before it since 1970
 * @param unit        what it was published in; empty for the metrics of AWS's own services
 * @param summarised  whether it holds values that only a summary is known of
 * @param firstBucket the number of the first bucket of its histogram
 * @param buckets     how many values fell into each; none while all values were the same
 */
public record KeptDatum(MetricId metric, long period, String unit, double sum, long count, double least, double most,
        boolean summarised, int firstBucket, List<Long> buckets) {

    public KeptDatum {
        buckets = List.copyOf(buckets);
    }
}
