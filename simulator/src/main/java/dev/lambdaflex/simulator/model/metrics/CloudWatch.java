package dev.lambdaflex.simulator.model.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;

/**
 * The metrics of the account. Recording and reading are safe from any thread and never wait for the model's lock, for each
 * request of the data plane records.
 *
 * <pre>
 *   |--- period ---|------- lag -------|
 *   start          end                 its data can be read
 * </pre>
 */
public final class CloudWatch {

    private final MetricsSettings settings;
    private final Timeline timeline;
    private final Streams streams;
    private final long periodMillis;
    private final Map<MetricId, NavigableMap<Long, Datum>> series = new HashMap<>();
    private boolean stalled;
    private long generation;
    private Instant stalledAt = Instant.MAX;

    public CloudWatch(MetricsSettings settings, Timeline timeline, Streams streams) {
        this.settings = settings;
        this.timeline = timeline;
        this.streams = streams;
        this.periodMillis = settings.period().toMillis();
    }

    public Duration period() {
        return settings.period();
    }

    /** Notes {@code value} now, {@code times} times. A service that counted nothing notes nothing. */
    public synchronized void record(MetricId metric, double value, long times) {
        if (times <= 0) {
            return;
        }
        long period = periodOf(timeline.now());
        NavigableMap<Long, Datum> data = series.computeIfAbsent(metric, _ -> new TreeMap<>());
        Datum datum = data.get(period);
        if (datum == null) {
            datum = new Datum();
            data.headMap(period - settings.retention().toMillis() / periodMillis).clear();
            data.put(period, datum);
        }
        datum.record(value, times);
    }

    /** Notes that {@code count} things happened. */
    public void count(MetricId metric, long count) {
        if (count > 0) {
            record(metric, 1, count);
        }
    }

    /**
     * One value for each stretch of {@code period} from {@code from} (rounded down to a period) until before {@code to} that has
     * readable data, oldest first; stretches without data are absent. Data that is still on its way counts as absent.
     *
     * @param period a multiple of the settings' period
     */
    public synchronized List<DataPoint> data(MetricId metric, Statistic statistic, Duration period, Instant from,
            Instant to) {
        long width = period.toMillis();
        if (width < periodMillis || width % periodMillis != 0) {
            throw new IllegalArgumentException(
                    "period: %s (expected: a multiple of %s)".formatted(period, settings.period()));
        }
        NavigableMap<Long, Datum> data = series.getOrDefault(metric, new TreeMap<>());
        List<DataPoint> points = new ArrayList<>();
        long first = Math.floorDiv(from.toEpochMilli(), periodMillis) * periodMillis;
        for (long at = first; at < to.toEpochMilli(); at += width) {
            long end = Math.min(at + width, to.toEpochMilli());
            List<Datum> readable = readable(data.subMap(at / periodMillis, Math.ceilDiv(end, periodMillis)));
            if (!readable.isEmpty()) {
                points.add(new DataPoint(Instant.ofEpochMilli(at), Datum.value(readable, statistic)));
            }
        }
        return List.copyOf(points);
    }

    /** The end of the latest period of {@code metric} that has readable data. */
    public synchronized Optional<Instant> lastReadable(MetricId metric) {
        for (long period : series.getOrDefault(metric, new TreeMap<>()).descendingKeySet()) {
            if (readable(period)) {
                return Optional.of(Instant.ofEpochMilli((period + 1) * periodMillis));
            }
        }
        return Optional.empty();
    }

    /** The latest instant before which every period's data can be read, however late it came. */
    public Instant readableUntil() {
        Instant sure = timeline.now().minus(settings.lag().most());
        return Instant.ofEpochMilli(periodOf(sure) * periodMillis);
    }

    /**
     * Rises whenever what was readable before may read otherwise now. Data of periods before {@link #readableUntil} stands for
     * ever within a generation.
     */
    public synchronized long generation() {
        return generation;
    }

    /** While stalled, nothing that is recorded becomes readable: CloudWatch is late. It all comes when the stall ends. */
    public synchronized void stall(boolean whether) {
        if (whether && !stalled) {
            stalledAt = timeline.now();
        }
        generation += stalled == whether ? 0 : 1;
        stalled = whether;
    }

    private List<Datum> readable(SortedMap<Long, Datum> data) {
        List<Datum> readable = new ArrayList<>();
        for (Map.Entry<Long, Datum> entry : data.entrySet()) {
            if (readable(entry.getKey())) {
                readable.add(entry.getValue());
            }
        }
        return readable;
    }

    private boolean readable(long period) {
        long ended = (period + 1) * periodMillis;
        long sight = (stalled ? stalledAt : timeline.now()).toEpochMilli();
        boolean surely = ended + settings.lag().most().toMillis() <= sight;
        return surely || ended + lag(period).toMillis() <= sight;
    }

    /** A function of the period, not a draw in passing, so that who reads first changes nothing. */
    private Duration lag(long period) {
        return settings.lag().draw(streams.of("metrics lag " + period));
    }

    private long periodOf(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), periodMillis);
    }
}
