package dev.lambdaflex.simulator.wire.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.metrics.DataPoint;
import dev.lambdaflex.simulator.model.metrics.MetricId;
import dev.lambdaflex.simulator.model.metrics.Statistic;
import dev.lambdaflex.simulator.model.time.Timeline;

/**
 * The model's metrics by AWS's rules of time. The start of a question is rounded down to a whole period of the services, and its
 * data points stand at that start and every period after it:
 *
 * <pre>
 *   asked:      from |.......................| to        period 120
 *   points:   |--------|--------|--------|---            each with what was counted from its stand to the next
 *             12:04    12:06    12:08    12:10
 * </pre>
 */
final class Metrics {

    private static final List<Integer> SHORT_PERIODS = List.of(1, 5, 10, 30);
    private static final int MINUTE = 60;

    private final CloudWatch metrics;
    private final Timeline timeline;
    private final Units units;

    Metrics(CloudWatch metrics, Timeline timeline, Units units) {
        this.metrics = metrics;
        this.timeline = timeline;
        this.units = units;
    }

    /** A question for one metric. */
    record Ask(MetricId metric, int period, Statistic statistic, Optional<String> unit) {}

    /** Oldest first. */
    List<DataPoint> read(Ask ask, Instant from, Instant to) {
        if (!units.fits(ask.metric, ask.unit)) {
            return List.of();
        }
        long own = metrics.period().toMillis();
        // The services publish once a period; a finer question gets what there is.
        long width = Math.ceilDiv(Math.max(ask.period * 1000L, own), own) * own;
        return metrics.data(ask.metric, ask.statistic, Duration.ofMillis(width), from, to);
    }

    /** A cloud in a hurry has shorter minutes: multiples of those are periods, too. */
    boolean isPeriod(int seconds) {
        return SHORT_PERIODS.contains(seconds)
                || (seconds > 0 && (seconds % MINUTE == 0 || seconds * 1000L % metrics.period().toMillis() == 0));
    }

    List<MetricId> listed(Duration within) {
        return metrics.listed(timeline.now().minus(within));
    }

    /** How far back there is data. */
    Duration retention() {
        return metrics.retention();
    }

    Units units() {
        return units;
    }
}
