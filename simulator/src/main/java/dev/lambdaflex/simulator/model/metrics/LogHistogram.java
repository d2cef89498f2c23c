package dev.lambdaflex.simulator.model.metrics;

import java.util.Arrays;
import java.util.List;

/**
 * Counts of values in buckets that are 1 % wide, over the range that was seen. Minutes of latencies touch about a hundred
 * buckets, and a window merges many minutes at every tick: an HdrHistogram, which walks its whole range, took ten times as long.
 */
final class LogHistogram {

    private static final double BUCKETS_PER_E = 1 / Math.log(1.01);
    /** Where nothing and less are counted: below any latency, a billionth of a second included. */
    private static final int ZERO = (int) (Math.log(1e-12) * BUCKETS_PER_E);

    private long[] counts = {};
    private int first;
    private long total;

    static LogHistogram of(int first, List<Long> counts) {
        LogHistogram histogram = new LogHistogram();
        histogram.first = first;
        histogram.counts = counts.stream().mapToLong(Long::longValue).toArray();
        histogram.total = Arrays.stream(histogram.counts).sum();
        return histogram;
    }

    /** The number of the first bucket that is counted in. */
    int first() {
        return first;
    }

    List<Long> counts() {
        return Arrays.stream(counts).boxed().toList();
    }

    void record(double value, long times) {
        int bucket = value <= 0 ? ZERO : (int) Math.floor(Math.log(value) * BUCKETS_PER_E);
        cover(bucket, bucket + 1);
        counts[bucket - first] += times;
        total += times;
    }

    void add(LogHistogram other) {
        if (other.total == 0) {
            return;
        }
        cover(other.first, other.first + other.counts.length);
        for (int i = 0; i < other.counts.length; i++) {
            counts[other.first - first + i] += other.counts[i];
        }
        total += other.total;
    }

    /** The middle of the bucket below whose end {@code percent} of the values lie; 0 when nothing was counted. */
    double percentile(double percent) {
        long rank = Math.max(1, (long) Math.ceil(total * percent / 100));
        long below = 0;
        for (int i = 0; i < counts.length; i++) {
            below += counts[i];
            if (below >= rank) {
                return first + i == ZERO ? 0 : Math.exp((first + i + 0.5) / BUCKETS_PER_E);
            }
        }
        return 0;
    }

    private void cover(int from, int until) {
        if (counts.length == 0) {
            first = from;
            counts = new long[until - from];
        } else if (from < first) {
            long[] wider = new long[Math.max(until, first + counts.length) - from];
            System.arraycopy(counts, 0, wider, first - from, counts.length);
            first = from;
            counts = wider;
        } else if (until > first + counts.length) {
            counts = Arrays.copyOf(counts, until - first);
        }
    }
}
