package dev.lambdaflex.simulator.load;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Durations in microseconds, to three digits. Not safe for threads. */
final class Latencies {

    private static final int DIGITS = 3;

    /** Grows with the values: nobody knows how long a stall lasts. */
    private final Histogram histogram = new Histogram(DIGITS);

    void add(long nanos) {
        histogram.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    long count() {
        return histogram.getTotalCount();
    }

    Duration percentile(double percent) {
        return micros(histogram.getValueAtPercentile(percent));
    }

    Duration max() {
        return micros(histogram.getMaxValue());
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
