package dev.lambdaflex.simulator.model.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.reconcile.Writer;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.testing.TestCloud;
import dev.lambdaflex.simulator.ports.ModelPorts;
import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;

class VirtualTrafficTest {

    private static final double RATE = 100;

    private final TestCloud world = new TestCloud(21);
    private final CloudPorts ports = ModelPorts.of(world.cloud(), TestCloud.SHOP);
    private final VirtualTraffic traffic = new VirtualTraffic(world.cloud(), TestCloud.SHOP,
            TrafficSettings.defaults());

    @Test
    void atRestLambdaServesEverythingWell() {
        TrafficCount count = run(Duration.ofMinutes(10));
        assertThat(count.lambda()).isBetween(59_000L, 61_000L);
        assertThat(count.failed()).isZero();
        assertThat(count.asked()).isEqualTo(count.lambda());
    }

    @Test
    void theSharesFollowTheRecordsOnceCachesHaveForgotten() {
        world.withFargate(2);
        shift(Split.ofPercent(25));
        run(Duration.ofMinutes(12));
        TrafficCount count = run(Duration.ofMinutes(20));
        double share = (double) count.fargate() / count.asked();
        assertThat(share).as("100 resolvers draw anew each minute").isBetween(0.20, 0.30);
        assertThat(count.failed()).isZero();
    }

    @Test
    void someStillAskTheOldTierAfterTwoTtlsAndNobodyAfterTheStubbornTime() {
        world.withFargate(2);
        shift(Split.ALL_FARGATE);
        run(Duration.ofMinutes(15));
        shift(Split.ALL_LAMBDA);
        run(Duration.ofMinutes(2));
        assertThat(run(Duration.ofMinutes(1)).fargate()).as("two TTLs after INSYNC").isPositive();
        run(Duration.ofMinutes(12));
        assertThat(run(Duration.ofMinutes(1)).fargate()).isZero();
    }

    @Test
    void whatGoesToARemovedBalancerIsLost() {
        world.withFargate(2);
        shift(Split.ALL_FARGATE);
        run(Duration.ofMinutes(15));
        ports.fargate().remove("remove-1");
        TrafficCount count = run(Duration.ofMinutes(10));
        assertThat(count.failed()).isPositive();
        assertThat(world.truth().dangling()).hasSize(1);
    }

    @Test
    void aSickTierAnswersErrorsAndItsHealthIsSeen() {
        world.withFargate(2);
        shift(Split.ALL_FARGATE);
        run(Duration.ofMinutes(15));
        world.fault(Fault.FARGATE_SICK, true);
        TrafficCount count = run(Duration.ofSeconds(10));
        assertThat(count.fargateErrors()).isEqualTo(count.fargate()).isPositive();
        assertThat(world.truth().fargateHealthy()).isFalse();
        world.fault(Fault.FARGATE_SICK, false);
    }

    @Test
    void tooFewTasksAnswerWhatTheyCan() {
        world.withFargate(1);
        shift(Split.ALL_FARGATE);
        run(Duration.ofMinutes(15));
        TrafficCount count = run(Duration.ofMinutes(1), 300);
        assertThat(count.fargate() - count.fargateErrors()).isBetween(8_900L, 9_100L);
    }

    @Test
    void withoutARecordEverythingIsLost() {
        TestCloud bare = new TestCloud(1, builder -> builder.app(TestCloud.quickShop()).withoutRecords());
        VirtualTraffic lost = new VirtualTraffic(bare.cloud(), TestCloud.SHOP, TrafficSettings.defaults());
        bare.passSeconds(60);
        TrafficCount count = lost.advance(bare.now().minusSeconds(60), bare.now(), RATE);
        assertThat(count.lost()).isEqualTo(count.asked()).isPositive();
    }

    private void shift(Split split) {
        RecordSet present = ports.zone().read();
        String target = ports.fargate().observe().target().orElseThrow();
        String change = ports.zone()
                .change(present, RecordSet.of(split, ports.lambda().observe().target(), target), new Writer("", 1),
                        "test");
        while (ports.zone().status(change) != ChangeStatus.INSYNC) {
            run(Duration.ofSeconds(5));
        }
    }

    private TrafficCount run(Duration time) {
        return run(time, RATE);
    }

    private TrafficCount run(Duration time, double rate) {
        TrafficCount count = TrafficCount.NONE;
        Instant end = world.now().plus(time);
        while (world.now().isBefore(end)) {
            Instant from = world.now();
            world.passSeconds(5);
            count = count.plus(traffic.advance(from, world.now(), rate));
        }
        return count;
    }
}
