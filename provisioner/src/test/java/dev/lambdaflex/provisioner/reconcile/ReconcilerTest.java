package dev.lambdaflex.provisioner.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.reconcile.testing.FakeCloud;
import dev.lambdaflex.provisioner.reconcile.testing.ScriptedSeam;
import dev.lambdaflex.provisioner.reconcile.testing.TestApp;
import dev.lambdaflex.weights.migration.HoldReason;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.migration.Request;
import dev.lambdaflex.weights.migration.Verb;
import dev.lambdaflex.weights.safety.SafetyRule;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

class ReconcilerTest {

    private final TestApp app = new TestApp();
    private final ScriptedSeam seam = new ScriptedSeam();
    private final Reconciler reconciler = app.reconciler("a", seam);

    @Test
    void aTickObservesDecidesWritesDownAndThenActs() {
        app.run(reconciler, Duration.ofMinutes(1));
        busy();
        seam.forget();
        app.runUntil(reconciler, phase -> phase instanceof Phase.Provisioning);
        seam.forget();
        var _ = app.tick(reconciler);

        assertThat(seam.calls()).startsWith("store.acquire", "store.load", "zone.read");
        assertThat(seam.calls()).containsSubsequence("fargate.observe", "store.confirm", "fargate.build",
                "store.append");
        assertThat(seam.calls()).endsWith("store.append");
    }

    @Test
    void whatIsDecidedIsWrittenDownBeforeTheFirstCallThatChangesTheWorld() {
        busy();
        app.runUntil(reconciler, phase -> phase instanceof Phase.Verifying);
        seam.before("zone.change",
                () -> assertThat(app.state().change().wanted().fargate()).as("the intent").isPresent());
        app.runUntil(reconciler, phase -> phase instanceof Phase.Verifying verifying && verifying.accepted());
        assertThat(app.cloud().zone().records().fargate()).isPresent();
    }

    @Test
    void aWholeWayUpAndDownLeavesNothing() {
        busy();
        app.runUntil(reconciler, phase -> TestApp.restsOn(phase, Tier.FARGATE));
        app.cloud().load(TestApp.QUIET);
        app.runUntil(reconciler, phase -> TestApp.restsOn(phase, Tier.LAMBDA));

        assertThat(app.cloud().zone().records()).isEqualTo(RecordSet.lambdaOnly(FakeCloud.GATEWAY));
        assertThat(app.cloud().fargate().calls()).hasSize(2);
        assertThat(app.events()).noneMatch(event -> event.kind() == Event.Kind.FAILURE);
    }

    @Test
    void atRestNothingIsWrittenAndNobodyIsProbed() {
        app.run(reconciler, Duration.ofMinutes(10));
        long version = app.store().load(TestApp.SHOP).orElseThrow().version();
        long probes = app.cloud().probes();
        seam.forget();
        app.run(reconciler, Duration.ofHours(1));

        assertThat(seam.calls()).doesNotContain("store.save", "store.append", "store.confirm", "zone.change");
        assertThat(app.store().load(TestApp.SHOP).orElseThrow().version()).isEqualTo(version);
        assertThat(app.cloud().probes()).isEqualTo(probes);
    }

    @Test
    void aCallThatFailsIsNotedAndMadeAgain() {
        busy();
        seam.failBefore("fargate.build");
        app.runUntil(reconciler, phase -> phase instanceof Phase.Provisioning);
        var _ = app.tick(reconciler);
        Event failure = app.events().getLast();
        assertThat(failure.kind()).isEqualTo(Event.Kind.FAILURE);
        assertThat(failure.text()).endsWith(" failed: no connection to fargate.build");
        assertThat(app.cloud().fargate().builds()).isZero();

        var _ = app.tick(reconciler);
        assertThat(app.cloud().fargate().builds()).isEqualTo(1);
    }

    @Test
    void aBuildWhoseAnswerIsLostIsNotBegunTwice() {
        busy();
        seam.failAfter("fargate.build");
        app.runUntil(reconciler, phase -> TestApp.restsOn(phase, Tier.FARGATE));
        assertThat(app.cloud().fargate().builds()).isEqualTo(1);
    }

    @Test
    void aChangeWhoseAnswerIsLostIsGivenAnIdAndGoesOn() {
        busy();
        app.runUntil(reconciler, phase -> phase instanceof Phase.Shifting);
        seam.failAfter("zone.change");
        app.runUntil(reconciler, phase -> phase instanceof Phase.Shifting shifting && shifting.step() == 2);
        assertThat(app.cloud().zone().writes()).filteredOn(write -> write.before().equals(write.after()))
                .as("confirmed")
                .isNotEmpty();
    }

    @Test
    void recordsThatChangeBetweenLookAndWriteAreAConflictAndDecidedAnew() {
        busy();
        app.runUntil(reconciler, phase -> phase instanceof Phase.Shifting);
        RecordSet edited = RecordSet.of(Split.ofPercent(7), FakeCloud.GATEWAY, app.cloud().fargate().target());
        app.cloud().zone().meanwhile(() -> app.cloud().zone().edit(edited));
        app.runUntil(reconciler, _ -> app.cloud().zone().records().equals(edited));
        assertThat(app.events().getLast().text()).contains(" failed: Tried to delete a record, but it was not found");

        var _ = app.tick(reconciler);
        assertThat(app.cloud().zone().split()).isEqualTo(Split.ofPercent(5));
    }

    @Test
    void recordsChangedByHandAreBroughtBack() {
        busy();
        app.runUntil(reconciler, phase -> TestApp.restsOn(phase, Tier.FARGATE));
        RecordSet ours = app.cloud().zone().records();
        app.cloud().zone().edit(RecordSet.of(Split.ofPercent(40), FakeCloud.GATEWAY, app.cloud().fargate().target()));
        var _ = app.tick(reconciler);
        assertThat(app.cloud().zone().records()).isEqualTo(ours);
        assertThat(app.events().getLast().text())
                .isEqualTo("changes the records from lambda 60 / fargate 40 to lambda 0 / fargate 100");
    }

    @Test
    void recordsDeletedAtRestComeBackOntoALambdaThatAnswers() {
        app.run(reconciler, Duration.ofMinutes(1));
        app.cloud().zone().edit(RecordSet.EMPTY);
        app.cloud().sick(Tier.LAMBDA, true);
        var _ = app.tick(reconciler);
        assertThat(app.cloud().zone().records()).isEqualTo(RecordSet.EMPTY);

        app.cloud().sick(Tier.LAMBDA, false);
        var _ = app.tick(reconciler);
        assertThat(app.cloud().zone().records()).isEqualTo(RecordSet.lambdaOnly(FakeCloud.GATEWAY));
    }

    @Test
    void aTickThatSeesNothingSaysSoAndDoesNothing() {
        busy();
        app.runUntil(reconciler, phase -> phase instanceof Phase.Shifting shifting && shifting.step() == 2);
        app.cloud().away(true);
        int writes = app.cloud().zone().writes().size();
        Status status = app.tick(reconciler).orElseThrow();

        assertThat(status.seen().records()).isEmpty();
        assertThat(status.seen().blind()).contains("zone.read: Route 53 is unavailable",
                "fargate.observe: CloudFormation is unavailable", "lambda.observe: Lambda is unavailable",
                "telemetry.window: CloudWatch is unavailable");
        assertThat(app.cloud().zone().writes()).hasSize(writes);
    }

    @Test
    void metricsThatStopComingHoldAStepAsBlind() {
        busy();
        app.runUntil(reconciler, phase -> phase instanceof Phase.Shifting shifting && shifting.step() == 2);
        app.cloud().stallMetrics();
        app.run(reconciler, Duration.ofMinutes(20));
        Status status = app.tick(reconciler).orElseThrow();
        assertThat(status.state().phase()).isInstanceOfSatisfying(Phase.Held.class,
                held -> assertThat(held.reason()).isEqualTo(new HoldReason.Blind()));
        assertThat(status.seen().blind())
                .anyMatch(line -> line.startsWith("telemetry.window: metrics of lambda end at "));
        assertThat(status.seen().demand()).as("no metrics are not no demand").isEmpty();
    }

    @Test
    void aTierThatFallsSilentOnlyBecauseMetricsStallIsNotRemoved() {
        busy();
        app.runUntil(reconciler, phase -> TestApp.restsOn(phase, Tier.FARGATE));
        app.cloud().load(TestApp.QUIET);
        app.runUntil(reconciler, phase -> phase instanceof Phase.Quiescing);
        app.cloud().stallMetrics();
        app.run(reconciler, Duration.ofMinutes(55));
        assertThat(app.state().phase()).isInstanceOf(Phase.Quiescing.class);
        assertThat(app.cloud().fargate().calls()).noneMatch(call -> call.startsWith("remove"));
    }

    @Test
    void aRequestIsWrittenDownWithItsReasonAndActedUponAtOnce() {
        app.run(reconciler, Duration.ofMinutes(1));
        Outcome outcome = app.ask(reconciler, new Verb.Start(Tier.FARGATE, Optional.empty()));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class,
                done -> assertThat(done.status().state().phase()).isInstanceOf(Phase.Provisioning.class));
        assertThat(app.events()).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo(Event.Kind.REQUEST);
            assertThat(event.actor()).isEqualTo("alice");
            assertThat(event.text()).isEqualTo("start: builds the Fargate tier (because)");
        });
        assertThat(app.cloud().fargate().builds()).isEqualTo(1);
    }

    @Test
    void aRequestForAnotherVersionThanThePresentOneChangesNothing() {
        app.run(reconciler, Duration.ofMinutes(1));
        MigrationStore.Stored before = app.store().load(TestApp.SHOP).orElseThrow();
        Request pause = new Request(new Verb.Pause(), "alice", "because");
        assertThat(reconciler.request(pause, OptionalLong.of(before.version() - 1)))
                .isEqualTo(new Outcome.Stale(before.version()));
        assertThat(app.store().load(TestApp.SHOP)).contains(before);
        assertThat(reconciler.request(pause, OptionalLong.of(before.version()))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aRequestThatTheRulesRefuseChangesNothing() {
        busy();
        app.runUntil(reconciler, phase -> TestApp.restsOn(phase, Tier.FARGATE));
        MigrationStore.Stored before = app.store().load(TestApp.SHOP).orElseThrow();
        Outcome outcome = app.ask(reconciler,
                new Verb.SetWeights(Split.ofPercent(10), Optional.empty(), Set.of()));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.rules()).containsExactly(SafetyRule.MAX_JUMP));
        assertThat(app.store().load(TestApp.SHOP)).contains(before);
    }

    @Test
    void theStateOfAnAppThatWasNeverTickedIsAtRest() {
        Status status = reconciler.stored(app.clock().instant());
        assertThat(status.version()).isZero();
        assertThat(status.state().restsOnLambda()).isTrue();
        assertThat(status.seen().blind()).isEqualTo(List.of("not looked yet"));
    }

    private void busy() {
        app.cloud().load(TestApp.BUSY);
    }
}
