package dev.lambdaflex.simulator.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.model.metrics.DataPoint;
import dev.lambdaflex.simulator.model.metrics.MetricId;
import dev.lambdaflex.simulator.model.metrics.Statistic;
import dev.lambdaflex.simulator.model.testing.TestCloud;
import dev.lambdaflex.simulator.ports.ModelLambdaTier;
import dev.lambdaflex.weights.split.Tier;

class ModelMeterTest {

    private final TestCloud world = new TestCloud(9);
    private final ModelMeter meter = new ModelMeter(world.shop());
    private final ModelLambdaTier tier = new ModelLambdaTier(world.cloud(), world.shop());

    @Test
    void aThrottledInvocationIsSeenAtOnceAndCounted() {
        assertThat(tier.observe().throttled()).isFalse();
        meter.throttled();
        meter.throttled();
        assertThat(tier.observe().throttled()).isTrue();
        world.passSeconds(61);
        assertThat(tier.observe().throttled()).as("a minute later").isFalse();
        assertThat(values("Throttles", Statistic.Plain.SUM)).containsExactly(2.0);
        assertThat(values("Invocations", Statistic.Plain.SUM)).isEmpty();
    }

    @Test
    void whatTheFunctionRanIsCounted() {
        meter.inFlight(Tier.LAMBDA, 1);
        meter.inFlight(Tier.LAMBDA, 2);
        meter.inFlight(Tier.LAMBDA, 0);
        meter.inFlight(Tier.FARGATE, 50);
        meter.invoked(Duration.ofMillis(20), false);
        meter.invoked(Duration.ofMillis(40), true);
        assertThat(values("Invocations", Statistic.Plain.SUM)).containsExactly(2.0);
        assertThat(values("Errors", Statistic.Plain.SUM)).containsExactly(1.0);
        assertThat(values("Duration", Statistic.Plain.AVERAGE)).containsExactly(30.0);
        assertThat(values("ConcurrentExecutions", Statistic.Plain.MAXIMUM)).containsExactly(2.0);
    }

    private List<Double> values(String metric, Statistic statistic) {
        world.passSeconds(300);
        MetricId id = new MetricId("AWS/Lambda", metric, Map.of("FunctionName", "shop"));
        Instant now = world.now();
        return world.cloud()
                .metrics()
                .data(id, statistic, Duration.ofMinutes(1), now.minus(Duration.ofHours(1)), now)
                .stream()
                .map(DataPoint::value)
                .toList();
    }
}
