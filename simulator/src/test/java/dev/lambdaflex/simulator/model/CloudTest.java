package dev.lambdaflex.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.reconcile.Writer;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.simulator.model.app.AppSettings;
import dev.lambdaflex.simulator.model.app.FargateTierParts;
import dev.lambdaflex.simulator.model.lambda.Admission;
import dev.lambdaflex.simulator.model.testing.TestCloud;
import dev.lambdaflex.simulator.model.traffic.TrafficSettings;
import dev.lambdaflex.simulator.model.traffic.VirtualTraffic;
import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.ports.ModelPorts;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

class CloudTest {

    @Test
    void theSameSeedGivesTheSameRunAndAnotherSeedAnother() {
        String trace = trace(42);
        assertThat(trace(42)).isEqualTo(trace);
        assertThat(trace(43)).isNotEqualTo(trace);
    }

    @Test
    void atRestThereIsNothingThatCosts() {
        AppTruth truth = new TestCloud(1).truth();
        assertThat(truth.resources().left()).isZero();
        assertThat(truth.idleCost().total()).isZero();
        assertThat(truth.records().split()).contains(Split.ALL_LAMBDA);
        assertThat(truth.lambdaHealthy()).isTrue();
        assertThat(truth.fargateHealthy()).isFalse();
    }

    @Test
    void twoTasksAndABalancerCostTenCentsAnHour() {
        AppTruth truth = new TestCloud(1).withFargate(2).truth();
        assertThat(truth.idleCost().total()).as("0.0225 + 4 x 0.005 + 2 x (0.5 x 0.04048 + 0.004445)")
                .isBetween(0.0918, 0.0919);
    }

    @Test
    void shortenedSettingsMakeTheSameCloudFaster() {
        double speed = 60;
        TestCloud fast = new TestCloud(3, builder -> builder.settings(CloudSettings.defaults().shortened(speed))
                .app(TestCloud.quickShop().shortened(speed)));
        fast.shop().build("build-1", 2);
        Duration took = Duration.ZERO;
        while (!fast.truth().fargateHealthy()) {
            fast.pass(Duration.ofMillis(20));
            took = took.plusMillis(20);
        }
        assertThat(took).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10));
    }

    @Test
    void appsOfOneAccountLiveApart() {
        TestCloud two = new TestCloud(4,
                builder -> builder.app(AppSettings.named("shop")).app(AppSettings.named("blog")));
        two.fault(Fault.LAMBDA_SICK, true);
        two.withFargate(2);
        AppTruth blog = two.cloud().truth("blog");
        assertThat(blog.resources().left()).isZero();
        assertThat(blog.lambdaHealthy()).isTrue();
        assertThat(two.truth().lambdaHealthy()).isFalse();
    }

    @Test
    void manyThreadsMayAskWhileOneAdvances() throws Exception {
        TestCloud world = new TestCloud(6).withFargate(2);
        CloudPorts ports = ModelPorts.of(world.cloud(), TestCloud.SHOP);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> askers = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> ask(world, ports)))
                    .toList();
            while (!askers.stream().allMatch(Future::isDone)) {
                world.passSeconds(1);
            }
            for (Future<?> asker : askers) {
                asker.get();
            }
        }
        assertThat(world.shop().function().busy()).isZero();
        assertThat(world.shop().ledger().requests(Tier.FARGATE)).isEqualTo(8 * 200);
    }

    private static void ask(TestCloud world, CloudPorts ports) {
        FargateTierParts parts = world.shop().fargate().orElseThrow();
        for (int i = 0; i < 200; i++) {
            world.cloud().zone().answer("shop.example.test", RecordType.A);
            parts.balancer().route();
            parts.targetAnswered(200, Duration.ofMillis(5), 1);
            ports.fargate().observe();
            switch (world.shop().function().admit()) {
                case Admission.Warm(String environment) ->
                    world.shop().function().release(environment, Duration.ofMillis(5), false);
                case Admission.Cold(String environment, Duration init) ->
                    world.shop().function().release(environment, init, false);
                case Admission.Throttled(String reason) -> throw new IllegalStateException(reason);
            }
        }
    }

    @Test
    void badNamesSayWhatIsExpected() {
        assertThatThrownBy(() -> new TestCloud(1).cloud().app("none"))
                .hasMessage("app: 'none' (expected: one of [shop])");
        assertThatThrownBy(() -> AppSettings.named("Shop_1")).hasMessageStartingWith("name: 'Shop_1' (expected: ");
        assertThatThrownBy(() -> Fault.named("weather"))
                .hasMessageStartingWith("fault: 'weather' (expected: one of fargate, lambda,");
    }

    /** A tier that comes, takes half of the traffic, turns sick, and goes. */
    private static String trace(long seed) {
        TestCloud world = new TestCloud(seed);
        CloudPorts ports = ModelPorts.of(world.cloud(), TestCloud.SHOP);
        VirtualTraffic traffic = new VirtualTraffic(world.cloud(), TestCloud.SHOP, TrafficSettings.defaults());
        StringBuilder trace = new StringBuilder();
        for (int step = 0; step < 240; step++) {
            world.passSeconds(10);
            traffic.advance(world.now().minusSeconds(10), world.now(), 50);
            switch (step) {
                case 1 -> ports.fargate().build("build", 3);
                case 100 -> ports.zone()
                        .change(ports.zone().read(), RecordSet.of(Split.ofPercent(50),
                                world.shop().gateway().dnsName(), ports.fargate().observe().target().orElseThrow()),
                                new Writer("", 1), "half");
                case 150 -> world.fault(Fault.FARGATE_SICK, true);
                case 180 -> ports.zone()
                        .change(ports.zone().read(), RecordSet.lambdaOnly(world.shop().gateway().dnsName()),
                                new Writer("", 1), "back");
                case 200 -> ports.fargate().remove("remove");
                default -> {
                }
            }
            trace.append(world.truth())
                    .append(traffic.total())
                    .append(ports.telemetry().window(Tier.FARGATE, world.now().minusSeconds(600), world.now()))
                    .append('\n');
        }
        return trace.toString().lines().collect(Collectors.joining("\n"));
    }
}
