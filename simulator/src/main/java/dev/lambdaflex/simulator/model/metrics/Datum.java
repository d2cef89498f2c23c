package dev.lambdaflex.simulator.model.metrics;

import java.util.Collection;
import java.util.Optional;

import org.HdrHistogram.Histogram;

/**
 * What was recorded of one metric in one period. Values are kept in thousandths, to 1 % in the histogram, which is made with the
 * second different value: a counter, which records ones, never needs it.
 */
final class Datum {

    private static final double SCALE = 1000;
    private static final int SIGNIFICANT_DIGITS = 2;

    private Optional<Histogram> histogram = Optional.empty();
    private double sum;
    private long count;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    void record(double value, long times) {
        boolean another = count > 0 && (value != least || value != most);
        if (another && histogram.isEmpty()) {
            histogram = Optional.of(startedWith(this));
        }
        histogram.ifPresent(values -> values.recordValueWithCount(Math.round(value * SCALE), times));
        sum += value * times;
        count += times;
        least = Math.min(least, value);
        most = Math.max(most, value);
    }

    /** The statistic over all of {@code data}, which is not empty. */
    static double value(Collection<Datum> data, Statistic statistic) {
        return switch (statistic) {
            case Statistic.Plain plain -> switch (plain) {
                case SUM -> sum(data);
                case SAMPLE_COUNT -> count(data);
                case AVERAGE -> sum(data) / count(data);
                case MINIMUM -> data.stream().mapToDouble(datum -> datum.least).min().orElseThrow();
                case MAXIMUM -> most(data);
            };
            case Statistic.Percentile(double percent) ->
                Math.min(most(data), together(data).getValueAtPercentile(percent) / SCALE);
        };
    }

    private static double sum(Collection<Datum> data) {
        return data.stream().mapToDouble(datum -> datum.sum).sum();
    }

    private static long count(Collection<Datum> data) {
        return data.stream().mapToLong(datum -> datum.count).sum();
    }

    private static double most(Collection<Datum> data) {
        return data.stream().mapToDouble(datum -> datum.most).max().orElseThrow();
    }

    private static Histogram together(Collection<Datum> data) {
        Histogram all = new Histogram(SIGNIFICANT_DIGITS);
        for (Datum datum : data) {
            datum.histogram.ifPresentOrElse(all::add, () -> all.recordValueWithCount(datum.onlyValue(), datum.count));
        }
        return all;
    }

    private static Histogram startedWith(Datum datum) {
        Histogram started = new Histogram(SIGNIFICANT_DIGITS);
        started.recordValueWithCount(datum.onlyValue(), datum.count);
        return started;
    }

    private long onlyValue() {
        return Math.round(most * SCALE);
    }
}
