package dev.lambdaflex.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.metrics.DataPoint;
import dev.lambdaflex.simulator.model.metrics.MetricId;
import dev.lambdaflex.simulator.model.metrics.Statistic;
import dev.lambdaflex.simulator.model.testing.VirtualClock;

class MetricsLogTest {

    private static final Statistic P99 = new Statistic.Percentile(99);
    private static final MetricId OWN = new MetricId("LambdaFlex", "share", Map.of("app", "shop"));

    @TempDir
    private Path folder;
    private final VirtualClock wall = new VirtualClock();

    @Test
    void whatWasMeasuredIsReadAgainWithItsPercentiles() {
        KeptWorld world = world();
        MetricId latency = world.cloud().app("shop").gateway().integrationLatency();
        for (int second = 0; second < 600; second++) {
            Duration took = Duration.ofMillis(5 + second % 50);
            world.cloud().app("shop").gateway().answered(200, took, took, 3);
            world.second();
        }
        Instant now = wall.instant();
        List<DataPoint> before = read(world, latency, P99, now);
        KeptWorld next = world.killedAndStarted();
        assertThat(before).hasSizeGreaterThan(5);
        assertThat(read(next, latency, P99, now)).isEqualTo(before);
        assertThat(read(next, next.cloud().app("shop").gateway().count(), Statistic.Plain.SUM, now))
                .extracting(DataPoint::value)
                .containsOnly(180.0);
        next.kill();
    }

    @Test
    void thePresentPeriodGoesOnWhereItWas() {
        KeptWorld world = world();
        for (int second = 0; second < 20; second++) {
            world.cloud().app("shop").gateway().answered(200, Duration.ofMillis(5), Duration.ofMillis(5), 1);
            world.second();
        }
        KeptWorld next = world.killedAndStarted();
        next.cloud().app("shop").gateway().answered(200, Duration.ofMillis(5), Duration.ofMillis(5), 1);
        for (int second = 0; second < 600; second++) {
            next.second();
        }
        double counted = read(next, next.cloud().app("shop").gateway().count(), Statistic.Plain.SUM, wall.instant())
                .getFirst()
                .value();
        assertThat(counted).isBetween(21.0 - 5, 21.0);
        next.kill();
    }

    @Test
    void ownMetricsAreKeptWithTheirUnitBeforeTheirPublisherIsAnswered() {
        KeptWorld world = world();
        world.second();
        world.call("monitoring", Requests.form("PutMetricData", Map.of("Namespace", "LambdaFlex",
                "MetricData.member.1.MetricName", "share", "MetricData.member.1.Value", "25",
                "MetricData.member.1.Unit", "Percent", "MetricData.member.1.Dimensions.member.1.Name", "app",
                "MetricData.member.1.Dimensions.member.1.Value", "shop")));
        KeptWorld next = world.killedAndStarted();
        assertThat(next.cloud().metrics().unit(OWN)).contains("Percent");
        for (int second = 0; second < 300; second++) {
            next.second();
        }
        assertThat(read(next, OWN, Statistic.Plain.AVERAGE, wall.instant())).extracting(DataPoint::value)
                .containsExactly(25.0);
        next.kill();
    }

    @Test
    void theFilesTakeTurnsAndStaySmall() throws IOException {
        KeptWorld world = world();
        Duration kept = world.cloud().metrics().retention();
        long biggest = 0;
        for (int minute = 0; minute < 3 * kept.toMinutes(); minute++) {
            world.cloud().app("shop").gateway().answered(200, Duration.ofMillis(5), Duration.ofMillis(5), 1);
            wall.move(Duration.ofMinutes(1));
            world.cloud().advance();
            world.keeping().look();
            if (minute == 100) {
                world = world.killedAndStarted();
            }
            biggest = Math.max(biggest, Files.size(folder.resolve(MetricsLog.FILE)));
        }
        long old = Files.size(folder.resolve(MetricsLog.FILE + ".old"));
        assertThat(biggest).isBetween(old, old + 2_000);
        Instant now = wall.instant();
        MetricId count = world.cloud().app("shop").gateway().count();
        int before = read(world, count, Statistic.Plain.SUM, now).size();
        world = world.killedAndStarted();
        assertThat(read(world, count, Statistic.Plain.SUM, now)).hasSize(before).hasSizeGreaterThan(350);
        world.kill();
    }

    @Test
    void aBrokenFileCostsWhatItHeldAndNoMore() throws IOException {
        KeptWorld world = world();
        world.cloud().app("shop").gateway().answered(200, Duration.ofMillis(5), Duration.ofMillis(5), 1);
        world.second();
        world.keeping().dataPort(1);
        world.kill();
        Files.writeString(folder.resolve(MetricsLog.FILE), "nonsense\n", StandardOpenOption.APPEND);
        KeptWorld next = world();
        next.second();
        next.kill();
    }

    @Test
    void theDataOfACloudBeforeIsNotThisOnes() throws IOException {
        KeptWorld world = world();
        world.cloud().app("shop").gateway().answered(200, Duration.ofMillis(5), Duration.ofMillis(5), 1);
        world.second();
        world.kill();
        Files.delete(folder.resolve(Journal.FILE));
        KeptWorld other = world();
        other.keeping().dataPort(1);
        KeptWorld next = other.killedAndStarted();
        wall.move(Duration.ofMinutes(10));
        next.cloud().advance();
        assertThat(read(next, next.cloud().app("shop").gateway().count(), Statistic.Plain.SUM, wall.instant()))
                .isEmpty();
        next.kill();
    }

    private KeptWorld world() {
        return new KeptWorld(folder, wall, 7);
    }

    private static List<DataPoint> read(KeptWorld world, MetricId metric, Statistic statistic, Instant until) {
        CloudWatch metrics = world.cloud().metrics();
        return metrics.data(metric, statistic, metrics.period(), until.minus(metrics.retention()), until);
    }
}
