package dev.lambdaflex.simulator.model.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.model.testing.VirtualClock;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;

class CloudWatchTest {

    private static final MetricId COUNT = new MetricId("AWS/Test", "Count", Map.of("App", "shop"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualClock clock = new VirtualClock();
    private final Timeline timeline = new Timeline(clock);
    private final CloudWatch metrics = new CloudWatch(MetricsSettings.defaults(), timeline, new Streams(1));

    @Test
    void aMinuteCanBeReadTwoToThreeMinutesAfterItsEnd() {
        metrics.count(COUNT, 7);
        pass(MINUTE.plusSeconds(119));
        assertThat(sums()).isEmpty();
        pass(Duration.ofSeconds(61));
        assertThat(sums()).containsExactly(new DataPoint(VirtualClock.START, 7));
    }

    @Test
    void minutesWithoutAnythingAreAbsent() {
        metrics.count(COUNT, 1);
        pass(MINUTE.multipliedBy(2));
        metrics.count(COUNT, 2);
        metrics.count(COUNT, 0);
        pass(Duration.ofMinutes(5));
        assertThat(sums()).extracting(DataPoint::at)
                .containsExactly(VirtualClock.START, VirtualClock.START.plus(MINUTE.multipliedBy(2)));
    }

    @Test
    void anotherCombinationOfDimensionsIsAnotherMetric() {
        metrics.count(COUNT, 1);
        pass(Duration.ofMinutes(5));
        MetricId without = new MetricId("AWS/Test", "Count", Map.of());
        assertThat(metrics.data(without, Statistic.Plain.SUM, MINUTE, VirtualClock.START, timeline.now())).isEmpty();
    }

    @Test
    void aLongPeriodAggregatesAndItsPercentileIsThatOfAllValues() {
        for (int minute = 0; minute < 5; minute++) {
            for (int value = 1; value <= 20; value++) {
                metrics.record(COUNT, minute * 20 + value, 1);
            }
            pass(MINUTE);
        }
        pass(Duration.ofMinutes(3));
        assertThat(only(Statistic.Plain.SAMPLE_COUNT)).isEqualTo(100);
        assertThat(only(Statistic.Plain.SUM)).isEqualTo(5050);
        assertThat(only(Statistic.Plain.AVERAGE)).isEqualTo(50.5);
        assertThat(only(Statistic.Plain.MINIMUM)).isEqualTo(1);
        assertThat(only(Statistic.Plain.MAXIMUM)).isEqualTo(100);
        assertThat(only(new Statistic.Percentile(99))).isCloseTo(99, within(1.0));
        assertThat(only(new Statistic.Percentile(50))).isCloseTo(50, within(0.5));
    }

    @Test
    void aStallHidesWhatIsNewUntilItEnds() {
        metrics.count(COUNT, 1);
        metrics.stall(true);
        pass(Duration.ofMinutes(10));
        assertThat(sums()).isEmpty();
        metrics.stall(false);
        assertThat(sums()).hasSize(1);
    }

    @Test
    void everythingBeforeReadableUntilCanBeRead() {
        for (int minute = 0; minute < 200; minute++) {
            metrics.count(COUNT, 1);
            pass(MINUTE.minusMillis(331));
            Instant until = metrics.readableUntil();
            long whole = Duration.between(VirtualClock.START, until).toMinutes();
            assertThat(metrics.data(COUNT, Statistic.Plain.SUM, MINUTE, VirtualClock.START, until))
                    .hasSize((int) Math.max(0, whole));
        }
    }

    @Test
    void dataIsForgottenAfterItsRetention() {
        for (int minute = 0; minute < 400; minute++) {
            metrics.count(COUNT, 1);
            pass(MINUTE);
        }
        pass(Duration.ofMinutes(5));
        assertThat(sums()).hasSize(361)
                .first()
                .extracting(DataPoint::at)
                .isEqualTo(VirtualClock.START.plus(Duration.ofMinutes(39)));
    }

    @Test
    void refusesAPeriodThatIsNoMultipleOfAMinute() {
        assertThatThrownBy(() -> metrics.data(COUNT, Statistic.Plain.SUM, Duration.ofSeconds(90), VirtualClock.START,
                timeline.now()))
                .hasMessage("period: PT1M30S (expected: a multiple of PT1M)");
    }

    @Test
    void recordingFromManyThreadsLosesNothing() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> recorded = IntStream.range(0, 50).<Future<?>>mapToObj(_ -> threads.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    metrics.count(COUNT, 1);
                }
            })).toList();
            for (Future<?> one : recorded) {
                one.get();
            }
        }
        pass(Duration.ofMinutes(5));
        assertThat(sums()).containsExactly(new DataPoint(VirtualClock.START, 10_000));
    }

    private List<DataPoint> sums() {
        return metrics.data(COUNT, Statistic.Plain.SUM, MINUTE, VirtualClock.START, timeline.now());
    }

    private double only(Statistic statistic) {
        List<DataPoint> points = metrics.data(COUNT, statistic, MINUTE.multipliedBy(5), VirtualClock.START,
                VirtualClock.START.plus(MINUTE.multipliedBy(5)));
        assertThat(points).hasSize(1);
        return points.getFirst().value();
    }

    private void pass(Duration time) {
        clock.move(time);
        timeline.advance();
    }
}
