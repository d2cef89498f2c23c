package dev.lambdaflex.simulator.model.metrics;

import java.util.Collection;
import java.util.List;
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
    /** Whether it holds values that only a summary is known of: they have no percentiles. */
    private boolean summarised;
    private boolean changed;

    void record(double value, long times) {
        changed = true;
        boolean another = count > 0 && (value != least || value != most);
        if (another && histogram.isEmpty()) {
            histogram = Optional.of(startedWith(this));
        }
        if (histogram.isPresent()) {
            histogram.get().record(value, times);
        }
        sum += value * times;
        count += times;
        least = Math.min(least, value);
        most = Math.max(most, value);
    }

    void record(StatisticSet set) {
        changed = true;
        summarised |= set.samples() > 1 && set.least() != set.most();
        if (!summarised) {
            record(set.least(), set.samples());
            return;
        }
        sum += set.sum();
        count += set.samples();
        least = Math.min(least, set.least());
        most = Math.max(most, set.most());
    }

    /** Whether it holds something new since this was asked last. */
    boolean changed() {
        boolean whether = changed;
        changed = false;
        return whether;
    }

    KeptDatum kept(MetricId metric, long period, String unit) {
        return new KeptDatum(metric, period, unit, sum, count, least, most, summarised,
                histogram.map(LogHistogram::first).orElse(0), histogram.map(LogHistogram::counts).orElse(List.of()));
    }

    static Datum of(KeptDatum kept) {
        Datum datum = new Datum();
        datum.sum = kept.sum();
        datum.count = kept.count();
        datum.least = kept.least();
        datum.most = kept.most();
        datum.summarised = kept.summarised();
        if (!kept.buckets().isEmpty()) {
            datum.histogram = Optional.of(LogHistogram.of(kept.firstBucket(), kept.buckets()));
        }
        return datum;
    }

    /** Whether {@code data} has a value of that statistic. */
    static boolean answer(Collection<Datum> data, Statistic statistic) {
        if (statistic instanceof Statistic.Percentile) {
            for (Datum datum : data) {
                if (datum.summarised) {
                    return false;
                }
            }
        }
        return !data.isEmpty();
    }

    /** The statistic over all of {@code data}, which is not empty. */
    static double value(Collection<Datum> data, Statistic statistic) {
        return switch (statistic) {
            case Statistic.Plain plain -> switch (plain) {
                case SUM -> sum(data);
                case SAMPLE_COUNT -> count(data);
                case AVERAGE -> sum(data) / count(data);
                case MINIMUM -> least(data);
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
        long count = 0;
        for (Datum datum : data) {
            count += datum.count;
        }
        return count;
    }

    private static double least(Collection<Datum> data) {
        double least = Double.POSITIVE_INFINITY;
        for (Datum datum : data) {
            least = Math.min(least, datum.least);
        }
        return least;
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
            if (datum.histogram.isPresent()) {
                all.add(datum.histogram.get());
            } else {
                all.record(datum.most, datum.count);
            }
        }
        return all;
    }

    private static LogHistogram startedWith(Datum datum) {
        LogHistogram started = new LogHistogram();
        started.record(datum.most, datum.count);
        return started;
    }
}
