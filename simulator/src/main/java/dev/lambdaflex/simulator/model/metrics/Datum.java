package dev.lambdaflex.simulator.model.metrics;

import java.util.Collection;
import java.util.Optional;

/**
 * What was recorded of one metric in one period. The histogram is made with the second different value: a counter, which records
 * ones, never needs it.
 */
final class Datum {

    private Optional<LogHistogram> histogram = Optional.empty();
    private double sum;
    private long count;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    void record(double value, long times) {
        boolean another = count > 0 && (value != least || value != most);
        if (another && histogram.isEmpty()) {
            histogram = Optional.of(startedWith(this));
        }
        histogram.ifPresent(values -> values.record(value, times));
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
                Math.min(most(data), together(data).percentile(percent));
        };
    }

    private static double sum(Collection<Datum> data) {
        double sum = 0;
        for (Datum datum : data) {
            sum += datum.sum;
        }
        return sum;
    }

    private static long count(Collection<Datum> data) {
        return data.stream().mapToLong(datum -> datum.count).sum();
    }

    private static double most(Collection<Datum> data) {
        double most = Double.NEGATIVE_INFINITY;
        for (Datum datum : data) {
            most = Math.max(most, datum.most);
        }
        return most;
    }

    private static LogHistogram together(Collection<Datum> data) {
        LogHistogram all = new LogHistogram();
        for (Datum datum : data) {
            datum.histogram.ifPresentOrElse(all::add, () -> all.record(datum.most, datum.count));
        }
        return all;
    }

    private static LogHistogram startedWith(Datum datum) {
        LogHistogram started = new LogHistogram();
        started.record(datum.most, datum.count);
        return started;
    }
}
