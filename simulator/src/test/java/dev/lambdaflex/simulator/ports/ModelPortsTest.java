package dev.lambdaflex.simulator.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.reconcile.Writer;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.provisioner.reconcile.ConflictException;
import dev.lambdaflex.provisioner.reconcile.StaleWriteException;
import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.testing.TestCloud;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.traffic.TrafficSettings;
import dev.lambdaflex.simulator.model.traffic.VirtualTraffic;
import dev.lambdaflex.simulator.model.zone.Change;
import dev.lambdaflex.simulator.model.zone.ChangeBatch;
import dev.lambdaflex.simulator.model.zone.RecordType;
import dev.lambdaflex.simulator.model.zone.ResourceRecordSet;
import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

class ModelPortsTest {

    private final TestCloud world = new TestCloud(31);
    private final CloudPorts ports = ModelPorts.of(world.cloud(), TestCloud.SHOP);
    private final String gateway = world.shop().gateway().dnsName();

    @Test
    void aChangeReplacesWhatIsExpectedAndIsInSyncWithinAMinute() {
        world.withFargate(2);
        RecordSet wanted = half();
        String change = ports.zone().change(RecordSet.lambdaOnly(gateway), wanted, new Writer("", 1), "step 1");
        assertThat(ports.zone().read()).as("changes under way included").isEqualTo(wanted);
        assertThat(ports.zone().status(change)).isEqualTo(ChangeStatus.PENDING);
        world.passSeconds(61);
        assertThat(ports.zone().status(change)).isEqualTo(ChangeStatus.INSYNC);
        assertThat(ports.zone().status("CNONE")).isEqualTo(ChangeStatus.UNKNOWN);
    }

    @Test
    void aChangeOfSomethingElseConflictsAndChangesNothing() {
        world.withFargate(2);
        ports.zone().change(RecordSet.lambdaOnly(gateway), half(), new Writer("", 1), "mine");
        world.passSeconds(2);
        assertThatThrownBy(
                () -> ports.zone()
                        .change(RecordSet.lambdaOnly(gateway), RecordSet.lambdaOnly(gateway), new Writer("", 1),
                                "late"))
                .isInstanceOf(ConflictException.class);
        assertThat(world.truth().records()).isEqualTo(half());
    }

    @Test
    void aWriterWhoseTermIsOverIsRefusedByTheZoneItself() {
        world.withFargate(2);
        ports.zone().change(RecordSet.lambdaOnly(gateway), half(), new Writer("", 7), "mine");
        world.passSeconds(2);
        assertThatThrownBy(() -> ports.zone()
                .change(half(), RecordSet.lambdaOnly(gateway), new Writer("", 6), "of the term before"))
                .isInstanceOf(StaleWriteException.class)
                .hasMessageStartingWith(
                        "the records of shop.example.test. were written by term 7 (expected: none later than 6;");
        assertThat(world.truth().records()).isEqualTo(half());
        ports.zone().change(half(), RecordSet.lambdaOnly(gateway), new Writer("", 7), "of the same term");
        assertThat(world.truth().records()).isEqualTo(RecordSet.lambdaOnly(gateway));
    }

    @Test
    void aBatchThatTheZoneRefusesForAMismatchIsAConflict() {
        for (String code : new String[]{"but it was not found", "but it already exists",
                "but the values provided do not match the current values"}) {
            assertThat(Refusals.changeException(
                    dev.lambdaflex.simulator.model.api.AwsError.listing("InvalidChangeBatch",
                            java.util.List.of("Tried " + code))))
                    .isInstanceOf(ConflictException.class);
        }
        assertThat(
                Refusals.changeException(dev.lambdaflex.simulator.model.api.AwsError.of("Throttling", "Rate exceeded")))
                .isNotInstanceOf(ConflictException.class)
                .hasMessage("Rate exceeded (Throttling)");
    }

    @Test
    void aForeignRecordStopsEverything() {
        ResourceRecordSet foreign = ResourceRecordSet.weighted(world.shop().recordName(), RecordType.A, "green", 5, 60,
                "192.0.2.1");
        world.cloud().zone().change(ChangeBatch.of(Change.create(foreign)));
        assertThatThrownBy(() -> ports.zone().read()).isInstanceOf(CloudException.class)
                .hasMessage(
                        "shop.example.test. A has a foreign record 'green' (expected: weighted aliases 'lambda' and 'fargate' alone)");
    }

    @Test
    void theSixthCallOfASecondIsThrottled() {
        for (int i = 0; i < 5; i++) {
            ports.zone().read();
        }
        assertThatThrownBy(() -> ports.zone().read()).isInstanceOf(CloudException.class)
                .hasMessage("Rate exceeded (Throttling)");
    }

    /** Writers with views of every age: a write succeeds exactly when its view is the present one. */
    @Test
    void onlyTheWriterWithThePresentViewWins() {
        world.withFargate(2);
        RandomGenerator random = new Streams(9).of("writers");
        RecordSet present = ports.zone().read();
        RecordSet[] views = {present, present, present};
        int won = 0;
        for (int round = 0; round < 300; round++) {
            world.passSeconds(5);
            int writer = random.nextInt(views.length);
            if (random.nextBoolean()) {
                views[writer] = ports.zone().read();
            }
            RecordSet wanted = split(random.nextInt(101));
            boolean wins;
            try {
                ports.zone().change(views[writer], wanted, new Writer("", 1), "round " + round);
                wins = true;
            } catch (ConflictException _) {
                wins = false;
            }
            assertThat(wins).isEqualTo(views[writer].equals(present));
            present = wins ? wanted : present;
            won += wins ? 1 : 0;
            assertThat(world.truth().records()).isEqualTo(present);
        }
        assertThat(won).isBetween(100, 299);
    }

    @Test
    void theTierIsSeenComingAndGoing() {
        assertThat(ports.fargate().observe()).isEqualTo(FargateView.NOTHING);
        ports.fargate().build("build-1", 2);
        assertThat(ports.fargate().observe().status()).isEqualTo(FargateView.Status.BUILDING);
        ports.fargate().build("build-1", 2);
        world.passUntil(() -> ports.fargate().observe().status() == FargateView.Status.READY);
        FargateView ready = ports.fargate().observe();
        assertThat(ready.target()).isPresent();
        assertThat(ready.healthyTargets()).isEqualTo(2);
        assertThat(ready.runningTasks()).isEqualTo(2);
        ports.fargate().scale(4);
        assertThat(ports.fargate().observe().desiredTasks()).isEqualTo(4);
        ports.fargate().remove("remove-1");
        assertThat(ports.fargate().observe().status()).isEqualTo(FargateView.Status.REMOVING);
        world.passUntil(() -> ports.fargate().observe().equals(FargateView.NOTHING));
    }

    @Test
    void aFailedBuildSaysWhy() {
        world.fault(Fault.CREATION_FAILS, true);
        ports.fargate().build("build-1", 2);
        world.passUntil(() -> ports.fargate().observe().status() == FargateView.Status.FAILED);
        assertThat(ports.fargate().observe().detail()).startsWith("Service CREATE_FAILED: ");
    }

    @Test
    void aServiceThatIsAwayIsAnExceptionAndNotNothing() {
        world.fault(Fault.CLOUDFORMATION_AWAY, true);
        world.fault(Fault.METRICS_AWAY, true);
        world.fault(Fault.ROUTE_53_AWAY, true);
        assertThatThrownBy(() -> ports.fargate().observe()).isInstanceOf(CloudException.class);
        assertThatThrownBy(() -> ports.zone().read()).isInstanceOf(CloudException.class);
        assertThatThrownBy(() -> ports.telemetry().window(Tier.LAMBDA, world.now(), world.now()))
                .isInstanceOf(CloudException.class)
                .hasMessage("CloudWatch is unavailable (ServiceUnavailable)");
    }

    @Test
    void telemetryNeverShowsWhatIsYoungerThanTheLag() {
        VirtualTraffic traffic = traffic();
        RandomGenerator random = new Streams(8).of("windows");
        for (int i = 0; i < 400; i++) {
            step(traffic, 7);
            Instant from = world.now().minusSeconds(random.nextInt(900));
            Instant to = world.now().plusSeconds(random.nextInt(60) - 30);
            TierWindow window = ports.telemetry().window(Tier.LAMBDA, from, to);
            assertThat(window.from()).isAfterOrEqualTo(from);
            assertThat(window.from().getEpochSecond() % 60).isZero();
            assertThat(window.to().getEpochSecond() % 60).isZero();
            if (!window.length().isZero()) {
                assertThat(window.to()).isBeforeOrEqualTo(to).isBeforeOrEqualTo(world.now().minusSeconds(180));
                assertThat(window.length()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
            }
        }
    }

    @Test
    void telemetryCountsWhatWasServed() {
        VirtualTraffic traffic = traffic();
        Instant from = world.now();
        for (int i = 0; i < 60; i++) {
            step(traffic, 10);
        }
        long asked = traffic.total().lambda();
        Instant to = world.now();
        world.pass(Duration.ofMinutes(4));
        TierWindow window = ports.telemetry().window(Tier.LAMBDA, from, to);
        assertThat(window.length()).isEqualTo(Duration.ofMinutes(10));
        assertThat(window.requests()).as("an advance on the minute counts to the next one")
                .isBetween(asked * 97 / 100, asked);
        assertThat(window.errors()).isZero();
        assertThat(window.p99()).hasValueSatisfying(
                p99 -> assertThat(p99).isBetween(Duration.ofMillis(70), Duration.ofMillis(130)));
        world.pass(Duration.ofMinutes(20));
        TierWindow quiet = ports.telemetry().window(Tier.LAMBDA, to.plusSeconds(60), world.now());
        assertThat(quiet.requests()).as("no data is no requests").isZero();
        assertThat(quiet.p99()).isEqualTo(Optional.empty());
    }

    @Test
    void errorsOfTargetsAndOfTheBalancerAreBothCounted() {
        world.withFargate(2);
        Instant from = world.now();
        var parts = world.shop().fargate().orElseThrow();
        parts.targetAnswered(200, Duration.ofMillis(20), 90);
        parts.targetAnswered(500, Duration.ofMillis(20), 6);
        parts.balancerAnswered(503, 4);
        world.pass(Duration.ofMinutes(6));
        TierWindow window = ports.telemetry().window(Tier.FARGATE, from.minusSeconds(60), world.now());
        assertThat(window.requests()).isEqualTo(100);
        assertThat(window.errors()).isEqualTo(10);
    }

    @Test
    void probesAskWhatIsReallyThere() {
        assertThat(ports.probes().answers(Tier.LAMBDA, gateway)).isTrue();
        assertThat(ports.probes().answers(Tier.FARGATE, "gone")).isFalse();
        world.withFargate(2);
        String target = ports.fargate().observe().target().orElseThrow();
        assertThat(ports.probes().answers(Tier.FARGATE, target)).isTrue();
        world.fault(Fault.FARGATE_SICK, true);
        world.fault(Fault.LAMBDA_SICK, true);
        assertThat(ports.probes().answers(Tier.FARGATE, target)).isFalse();
        assertThat(ports.probes().answers(Tier.LAMBDA, gateway)).isFalse();
    }

    @Test
    void throttlesOfLambdaAreSeenForAPeriod() {
        assertThat(ports.lambda().observe().throttled()).isFalse();
        world.fault(Fault.LAMBDA_THROTTLED, true);
        step(traffic(), 1);
        assertThat(ports.lambda().observe().throttled()).isTrue();
        assertThat(ports.lambda().observe().concurrency().limit()).isZero();
        world.pass(Duration.ofSeconds(61));
        assertThat(ports.lambda().observe().throttled()).isFalse();
    }

    private VirtualTraffic traffic() {
        return new VirtualTraffic(world.cloud(), TestCloud.SHOP, TrafficSettings.defaults());
    }

    private void step(VirtualTraffic traffic, long seconds) {
        world.passSeconds(seconds);
        traffic.advance(world.now().minusSeconds(seconds), world.now(), 50);
    }

    private RecordSet half() {
        return split(50);
    }

    private RecordSet split(int percent) {
        String balancer = world.shop().fargate().orElseThrow().balancer().dnsName();
        return RecordSet.of(Split.ofPercent(percent), gateway, balancer);
    }
}
