package dev.lambdaflex.simulator.model.metrics;

import org.HdrHistogram.Histogram;

/** What was recorded of one metric in one period. Values are kept in thousandths, to 1 % in the histogram. */
final class Datum {

    private static final double SCALE = 1000;
    private static final int SIGNIFICANT_DIGITS = 2;

    private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    private double sum;
    private long count;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    void record(double value, long times) {
        sum += value * times;
        count += times;
        least = Math.min(least, value);
        most = Math.max(most, value);
        histogram.recordValueWithCount(Math.round(value * SCALE), times);
    }

    void merge(Datum other) {
        sum += other.sum;
        count += other.count;
        least = Math.min(least, other.least);
        most = Math.max(most, other.most);
        histogram.add(other.histogram);
    }

    double value(Statistic statistic) {
        return switch (statistic) {
            case Statistic.Plain plain -> switch (plain) {
                case SUM -> sum;
                case SAMPLE_COUNT -> count;
                case AVERAGE -> sum / count;
                case MINIMUM -> least;
                case MAXIMUM -> most;
            };
            case Statistic.Percentile(double percent) ->
                Math.min(most, histogram.getValueAtPercentile(percent) / SCALE);
        };
    }
}
