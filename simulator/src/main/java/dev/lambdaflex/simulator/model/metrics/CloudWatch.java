package dev.lambdaflex.simulator.model.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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
    private final long keptPeriods;
    private final long mostLagMillis;
    private final Map<MetricId, Series> series = new HashMap<>();
    /** Answers that nothing can change within the present period: five of six ticks ask what the tick before asked. */
    private final Map<Question, List<DataPoint>> answers = new HashMap<>();
    private final Map<MetricId, String> units = new HashMap<>();
    private long answersPeriod;
    private boolean stalled;
    private Instant stalledAt = Instant.MAX;

    private record Question(MetricId metric, Statistic statistic, Duration period, Instant from, Instant to) {}

    public CloudWatch(MetricsSettings settings, Timeline timeline, Streams streams) {
        this.settings = settings;
        this.timeline = timeline;
        this.streams = streams;
        this.periodMillis = settings.period().toMillis();
        this.keptPeriods = settings.retention().toMillis() / periodMillis;
        this.mostLagMillis = settings.lag().most().toMillis();
    }

    public Duration period() {
        return settings.period();
    }

    /** Notes {@code value} now, {@code times} times. A service that counted nothing notes nothing. */
    public synchronized void record(MetricId metric, double value, long times) {
        if (times <= 0) {
            return;
        }
        seriesOf(metric).record(periodOf(timeline.now()), keptPeriods, value, times);
    }

    /** PutMetricData: a value of a moment that may be long past. */
    public synchronized void record(MetricId metric, Instant at, double value, long times) {
        if (times > 0) {
            seriesOf(metric).record(periodOf(at), keptPeriods, value, times);
            answers.clear();
        }
    }

    /** PutMetricData: many values of which only a summary is known. */
    public synchronized void record(MetricId metric, Instant at, StatisticSet set) {
        seriesOf(metric).record(periodOf(at), keptPeriods, set);
        answers.clear();
    }

    /** PutMetricData: {@code metric} came in that unit. */
    public synchronized void published(MetricId metric, String unit) {
        units.put(metric, unit);
    }

    /** The unit that {@code metric} was published in last. */
    public synchronized Optional<String> unit(MetricId metric) {
        return Optional.ofNullable(units.get(metric));
    }

    /** What changed since this was asked last, whole: a later datum of the same metric and period holds the earlier one. */
    public synchronized List<KeptDatum> changes() {
        List<KeptDatum> changes = new ArrayList<>();
        series.forEach((metric, data) -> data.changed((period, datum) -> changes
                .add(datum.kept(metric, period, units.getOrDefault(metric, "")))));
        return changes;
    }

    /** Forgets all data and holds {@code kept} instead. */
    public synchronized void restore(Collection<KeptDatum> kept) {
        series.clear();
        answers.clear();
        for (KeptDatum one : kept) {
            seriesOf(one.metric()).put(one.period(), Datum.of(one));
            if (!one.unit().isEmpty()) {
                units.put(one.metric(), one.unit());
            }
        }
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
        boolean settled = !stalled && !to.isAfter(readableUntil());
        if (!settled) {
            return read(metric, statistic, width, from, to);
        }
        forgetAnswersOfEarlierPeriods();
        return answers.computeIfAbsent(new Question(metric, statistic, period, from, to),
                _ -> read(metric, statistic, width, from, to));
    }

    private List<DataPoint> read(MetricId metric, Statistic statistic, long width, Instant from, Instant to) {
        Series data = series.get(metric);
        if (data == null) {
            return List.of();
        }
        List<DataPoint> points = new ArrayList<>();
        long first = periodOf(from) * periodMillis;
        long last = to.toEpochMilli();
        for (long at = first; at < last; at += width) {
            long end = Math.min(at + width, last);
            List<Datum> readable = data.between(at / periodMillis, Math.ceilDiv(end, periodMillis), this::readable);
            if (Datum.answer(readable, statistic)) {
                points.add(new DataPoint(Instant.ofEpochMilli(at), Datum.value(readable, statistic)));
            }
        }
        return List.copyOf(points);
    }

    /** ListMetrics: those with data that can be read, of the time since {@code since}. */
    public synchronized List<MetricId> listed(Instant since) {
        long first = periodOf(since);
        return series.entrySet()
                .stream()
                .filter(entry -> !entry.getValue().between(first, Long.MAX_VALUE, this::readable).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How long data is kept. */
    public Duration retention() {
        return settings.retention();
    }

    private Series seriesOf(MetricId metric) {
        return series.computeIfAbsent(metric, _ -> new Series());
    }

    /** With a new period old data is forgotten, too. */
    private void forgetAnswersOfEarlierPeriods() {
        long present = periodOf(timeline.now());
        if (present != answersPeriod) {
            answers.clear();
            answersPeriod = present;
        }
    }

    /** The end of the latest period of {@code metric} that has readable data. */
    public synchronized Optional<Instant> lastReadable(MetricId metric) {
        OptionalLong period = series.getOrDefault(metric, new Series()).last(this::readable);
        return period.isPresent()
                ? Optional.of(Instant.ofEpochMilli((period.getAsLong() + 1) * periodMillis))
                : Optional.empty();
    }

    /** The latest instant before which every period's data can be read, however late it came. */
    public Instant readableUntil() {
        Instant sure = timeline.now().minus(settings.lag().most());
        return Instant.ofEpochMilli(periodOf(sure) * periodMillis);
    }

    /** While stalled, nothing that is recorded becomes readable: CloudWatch is late. It all comes when the stall ends. */
    public synchronized void stall(boolean whether) {
        if (whether && !stalled) {
            stalledAt = timeline.now();
        }
        stalled = whether;
    }

    private boolean readable(long period) {
        long ended = (period + 1) * periodMillis;
        long sight = (stalled ? stalledAt : timeline.now()).toEpochMilli();
        return ended + mostLagMillis <= sight || (ended <= sight && ended + lag(period).toMillis() <= sight);
    }

    /** A function of the period, not a draw in passing, so that who reads first changes nothing. */
    private Duration lag(long period) {
        return settings.lag().draw(streams.of("metrics lag " + period));
    }

    private long periodOf(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), periodMillis);
    }
}
