package dev.lambdaflex.weights.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.weights.safety.SafetyRule;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** Whole migrations in a small exact world. */
final class MigrationCycleTest {

    private static final double BUSY = 50;
    private static final double QUIET = 0.1;

    private final World world = new World();

    @Test
    void aRisingLoadMovesTheAppToFargateAndAFallingOneBackToNothing() {
        world.load = BUSY;
        world.runUntil(MigrationCycleTest::restsOnFargate);
        world.load = QUIET;
        world.runUntil(MigrationCycleTest::restsOnLambda);

        assertThat(world.phases).containsExactly("provisioning", "verifying", "shifting-up", "baking",
                "resting-fargate",
                "shifting-down", "quiescing", "tearing-down", "resting-lambda");
        assertThat(shares()).containsExactly(0, 0, 100, 500, 1000, 2500, 5000, 7500, 10000, 7500, 5000, 2500, 1000, 500,
                100, 0, 0);
        assertThat(world.fargate).isEqualTo(FargateView.Status.ABSENT);
        assertThat(world.records.fargate()).isEmpty();
    }

    @Test
    void atRestNothingIsWrittenAnyMore() {
        world.load = QUIET;
        world.run(Duration.ofMinutes(10));
        MigrationState resting = world.state;
        world.run(Duration.ofHours(3));

        assertThat(world.state).isEqualTo(resting);
        assertThat(world.recordHistory).hasSize(1);
    }

    @Test
    void aFargateThatTurnsBadAtAQuarterIsLeftAtOnceAndRemoved() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(25)));
        world.silent.add(Tier.FARGATE);
        world.runUntil(phase -> phase instanceof Phase.Quiescing);
        world.load = QUIET;
        world.runUntil(MigrationCycleTest::restsOnLambda);

        assertThat(shares()).endsWith(2500, 0, 0);
        assertThat(world.state.backoff().failures()).isEqualTo(1);
    }

    @Test
    void anErrorRateAboveTheLimitGoesBackStepByStep() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(25)));
        world.fargateErrorRate = 0.025;
        world.runUntil(phase -> phase instanceof Phase.Quiescing);

        assertThat(shares()).endsWith(2500, 1000, 500, 100, 0);
    }

    @Test
    void aBuildThatFailsIsCleanedUpAndTriedAgainAfterALongerAndLongerWait() {
        world.load = BUSY;
        world.buildsFail = true;
        world.run(Duration.ofHours(3));

        assertThat(world.builds).isBetween(3, 5);
        assertThat(world.recordHistory).containsExactly(RecordSet.lambdaOnly("apigw"));
        world.buildsFail = false;
        world.runUntil(MigrationCycleTest::restsOnFargate);
        assertThat(world.state.backoff()).isEqualTo(Backoff.NONE);
    }

    @Test
    void aTierThatCameInTimeIsKeptThoughNobodyLookedInTime() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Provisioning);
        world.tick();
        world.now = world.now.plus(World.POLICY.timing().provisionDeadline());
        world.runUntil(phase -> phase instanceof Phase.Verifying);
        world.now = world.now.plus(World.POLICY.timing().verifyDeadline());
        world.runUntil(phase -> phase instanceof Phase.Verifying verifying && verifying.accepted());
        world.now = world.now.plus(World.POLICY.timing().verifyDeadline());
        world.runUntil(MigrationCycleTest::restsOnFargate);

        assertThat(world.builds).isEqualTo(1);
        assertThat(world.phases).doesNotContain("tearing-down");
    }

    @Test
    void aLambdaThatBreaksDuringTheDrainSendsTrafficBackUpAndNeverDown() {
        busyOnFargate();
        world.load = QUIET;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(50)));
        world.silent.add(Tier.LAMBDA);
        int before = shares().size();
        world.runUntil(MigrationCycleTest::restsOnFargate);

        assertThat(shares().subList(before, shares().size())).containsExactly(10000);
        world.silent.remove(Tier.LAMBDA);
        world.runUntil(MigrationCycleTest::restsOnLambda);
    }

    @Test
    void aLoadThatComesBackDuringTheDrainTurnsItRound() {
        busyOnFargate();
        world.load = QUIET;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(50)));
        world.load = BUSY;
        world.runUntil(MigrationCycleTest::restsOnFargate);

        assertThat(shares()).endsWith(5000, 7500, 10000);
    }

    @Test
    void metricsThatCannotBeReadHoldAStepAndLetItGoOnLater() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(10)));
        world.metricsReadable = false;
        world.runUntil(phase -> phase instanceof Phase.Held);
        assertThat(world.state.phase()).isInstanceOfSatisfying(Phase.Held.class,
                held -> assertThat(held.reason()).isEqualTo(new HoldReason.Blind()));

        world.metricsReadable = true;
        world.runUntil(MigrationCycleTest::restsOnFargate);
    }

    @Test
    void aStepWithTooLittleTrafficIsHeldAndGoesOnWhenEvidenceComes() {
        world.load = 12;
        world.runUntil(phase -> phase instanceof Phase.Held);
        world.load = BUSY;
        world.runUntil(MigrationCycleTest::restsOnFargate);
    }

    @Test
    void aLostAnswerOfTheZoneIsAskedForAgain() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Verifying);
        world.loseChangeIds = true;
        world.runUntil(MigrationCycleTest::restsOnFargate);

        assertThat(shares()).startsWith(0, 0, 0, 100);
    }

    @Test
    void aZoneThatRefusesDuringARollbackMakesItFailLoudlyAndEndsItLater() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(25)));
        world.silent.add(Tier.FARGATE);
        world.zoneRefuses = true;
        world.runUntil(phase -> phase instanceof Phase.RollbackFailed);
        world.zoneRefuses = false;
        world.runUntil(phase -> phase instanceof Phase.Quiescing);

        assertThat(world.live()).isEqualTo(Split.ALL_LAMBDA);
    }

    @Test
    void aFailedRollbackGoesOnStepByStepAsTheReceiverCanCarryIt() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(75)));
        world.fargateErrorRate = 0.03;
        world.lambdaLimit = 1;
        world.runUntil(phase -> phase instanceof Phase.RollbackFailed);
        assertThat(world.decisions.getLast().reason()).doesNotContain("now");
        int before = world.recordHistory.size();
        world.lambdaLimit = 1000;
        world.runUntil(phase -> phase instanceof Phase.Quiescing);

        assertThat(shares().subList(before, shares().size())).containsSubsequence(2500, 1000, 0).doesNotContain(10000);
    }

    @Test
    void offABrokenTierItGoesAtOnceAsFarAsTheOtherOneCarries() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(75)));
        int before = world.recordHistory.size();
        world.lambdaLimit = 3; // 30 requests/s of 50: 50 % and no more
        world.silent.add(Tier.FARGATE);
        world.run(Duration.ofMinutes(3));
        assertThat(shares().subList(before, shares().size())).containsExactly(5000);
        assertThat(world.decisions.getLast().reason())
                .isEqualTo("rolls back to lambda: waits for capacity, 30 of 38 requests/s (concurrency limit 3)");

        world.lambdaLimit = 1000;
        world.runUntil(phase -> phase instanceof Phase.Quiescing);
        assertThat(shares().subList(before, shares().size())).containsExactly(5000, 0);
    }

    @Test
    void aLambdaThatBreaksWhileFargateIsPublishedIsLeftAtOnce() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Verifying verifying && verifying.accepted());
        world.silent.add(Tier.LAMBDA);
        world.runUntil(phase -> phase instanceof Phase.RollingBack);
        world.run(Duration.ofSeconds(20));
        assertThat(world.live()).isEqualTo(Split.ALL_FARGATE);
    }

    @Test
    void aRecordThatSomebodyLedElsewhereComesBackOnlyOntoAHealthyTier() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(10)));
        RecordSet ours = world.records;
        world.ask(new Verb.Pause());
        RecordSet foreign = RecordSet.of(Split.ofPercent(10), "somewhere", ours.fargate().orElseThrow().target());
        world.records = foreign;
        world.silent.add(Tier.LAMBDA);
        world.tick();
        assertThat(world.records).isEqualTo(foreign);
        assertThat(world.decisions.getLast().reason())
                .isEqualTo("lambda does not get 90 %: it is not verified healthy now");
        world.silent.clear();
        world.tick();
        assertThat(world.records).isEqualTo(ours);
    }

    @Test
    void metricsThatStallWhileTheRecordGoesPutTheRemovalOff() {
        busyOnFargate();
        world.load = QUIET;
        world.runUntil(phase -> phase instanceof Phase.TearingDown);
        world.metricsEnd = Optional.of(world.now.minus(Duration.ofMinutes(5)));
        world.run(Duration.ofMinutes(15));
        assertThat(world.fargate).isEqualTo(FargateView.Status.READY);
        assertThat(world.decisions.getLast().reason()).startsWith("its record is gone: fargate seen silent for ");
        world.metricsEnd = Optional.empty();
        world.runUntil(MigrationCycleTest::restsOnLambda);
    }

    @Test
    void oneLookThatDoesNotReachTheReceiverIsNoReasonToGoBack() {
        busyOnFargate();
        world.load = QUIET;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(10)));
        world.lambdaUnseen = true;
        world.tick();
        world.lambdaUnseen = false;
        world.runUntil(MigrationCycleTest::restsOnLambda);

        assertThat(world.phases).doesNotContain("rolling-back-to-fargate");
    }

    @Test
    void whatWasAskedWhileTheRecordWentPutsTheRemovalOff() {
        busyOnFargate();
        world.load = QUIET;
        world.runUntil(phase -> phase instanceof Phase.TearingDown);
        world.lateRequests = 3;
        world.run(Duration.ofMinutes(20));
        assertThat(world.decisions.getLast().reason())
                .startsWith("its record is gone, but fargate was asked 3 times in 11 min");
        assertThat(world.fargate).isEqualTo(FargateView.Status.READY);
        world.lateRequests = 0;
        world.runUntil(MigrationCycleTest::restsOnLambda);
    }

    @Test
    void whoNeverLeavesKeepsTheTierForAnHourAndNoLonger() {
        busyOnFargate();
        world.load = QUIET;
        world.runUntil(phase -> phase instanceof Phase.TearingDown);
        world.lateRequests = 3;
        world.run(Duration.ofHours(2));
        assertThat(world.fargate).isEqualTo(FargateView.Status.ABSENT);
    }

    @Test
    void recordsThatSomebodyDeletedComeBackOnlyOntoAHealthyTier() {
        world.load = QUIET;
        world.run(Duration.ofMinutes(1));
        world.records = RecordSet.EMPTY;
        world.silent.add(Tier.LAMBDA);
        world.run(Duration.ofMinutes(1));
        assertThat(world.records).isEqualTo(RecordSet.EMPTY);
        world.silent.clear();
        world.run(Duration.ofMinutes(1));
        assertThat(world.records).isEqualTo(RecordSet.lambdaOnly("apigw"));
    }

    @Test
    void aTierThatVanishesAtRestIsLeftAndItsRecordRemoved() {
        busyOnFargate();
        world.fargate = FargateView.Status.ABSENT;
        world.runUntil(phase -> phase instanceof Phase.Quiescing);
        world.load = QUIET;
        world.runUntil(MigrationCycleTest::restsOnLambda);

        assertThat(shares()).endsWith(10000, 0, 0);
        assertThat(world.records.fargate()).isEmpty();
    }

    @Test
    void aChangeThatTheZoneNeverTakesHoldsTheStep() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(10)));
        world.zoneRefuses = true;
        world.runUntil(phase -> phase instanceof Phase.Held);
        assertThat(world.decisions.getLast().reason()).contains("waiting for the records to change");

        world.zoneRefuses = false;
        world.runUntil(MigrationCycleTest::restsOnFargate);
    }

    @Test
    void aRemovalThatKeepsFailingIsHeldAndTriedAgainOnDemand() {
        busyOnFargate();
        world.load = QUIET;
        world.removalsFail = true;
        world.runUntil(phase -> phase instanceof Phase.Held);
        assertThat(world.decisions.getLast().reason()).contains("5 attempts");

        world.removalsFail = false;
        assertThat(world.ask(new Verb.Retry())).isInstanceOf(Answer.Accepted.class);
        world.runUntil(MigrationCycleTest::restsOnLambda);
    }

    @Test
    void aPauseStopsEveryMoveForwardUntilItIsResumed() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(10)));
        world.ask(new Verb.Pause());
        world.run(Duration.ofHours(2));
        assertThat(world.live()).isEqualTo(Split.ofPercent(10));
        assertThat(world.decisions.getLast().reason()).startsWith("paused by alice (because)");

        world.ask(new Verb.Resume());
        world.runUntil(MigrationCycleTest::restsOnFargate);
    }

    @Test
    void aPausedStepStillLeavesATierThatBreaks() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(10)));
        world.ask(new Verb.Pause());
        world.silent.add(Tier.FARGATE);
        world.run(Duration.ofMinutes(2));

        assertThat(world.live()).isEqualTo(Split.ALL_LAMBDA);
    }

    @Test
    void aManualSplitHoldsForItsTimeAndThenAutomationGoesOnFromThere() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(10)));
        world.ask(new Verb.SetWeights(Split.ofPercent(30), Optional.of(Duration.ofMinutes(30)), Set.of()));
        world.run(Duration.ofMinutes(29));
        assertThat(world.live()).isEqualTo(Split.ofPercent(30));

        world.runUntil(MigrationCycleTest::restsOnFargate);
        assertThat(shares()).endsWith(3000, 5000, 7500, 10000);
    }

    @Test
    void aManualJumpOfMoreThan25PointsNeedsAnOverride() {
        busyOnFargate();
        Verb jump = new Verb.SetWeights(Split.ofPercent(50), Optional.empty(), Set.of());
        assertThat(world.ask(jump)).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.rules()).containsExactly(SafetyRule.MAX_JUMP));

        Verb knowingly = new Verb.SetWeights(Split.ofPercent(50), Optional.empty(), Set.of(SafetyRule.MAX_JUMP));
        assertThat(world.ask(knowingly)).isInstanceOf(Answer.Accepted.class);
        world.run(Duration.ofMinutes(1));
        assertThat(world.live()).isEqualTo(Split.ofPercent(50));
    }

    @Test
    void anAbortGoesBackStepByStepAndAutomationDoesNotStartAgainAtOnce() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(25)));
        world.ask(new Verb.Abort());
        world.runUntil(MigrationCycleTest::restsOnLambda);
        world.tick();

        assertThat(shares()).endsWith(2500, 1000, 500, 100, 0, 0);
        assertThat(world.decisions.getLast().reason()).contains("automation waits");
    }

    @Test
    void promoteTakesOneStepAsPassedAndPromoteFullAllOfThem() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(1)));
        world.ask(new Verb.Promote());
        world.runUntil(_ -> world.live().equals(Split.ofPercent(5)));
        world.ask(new Verb.PromoteFull());
        world.runUntil(phase -> phase instanceof Phase.Baking);

        assertThat(shares()).endsWith(100, 500, 10000);
    }

    @Test
    void aPersonMayStartAMigrationThatNoLoadAsksFor() {
        world.load = BUSY / 2;
        world.tick();
        assertThat(world.ask(new Verb.Start(Tier.FARGATE, Optional.empty()))).isInstanceOf(Answer.Refused.class);

        World idle = new World();
        idle.tick();
        assertThat(idle.ask(new Verb.Start(Tier.FARGATE, Optional.empty()))).isInstanceOf(Answer.Accepted.class);
        idle.runUntil(phase -> phase instanceof Phase.Held);
        assertThat(idle.live()).isEqualTo(Split.ofPercent(1));
    }

    @Test
    void theFreezeSwitchStopsAutomationButNotARollback() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(10)));
        world.policy = World.frozen();
        world.run(Duration.ofHours(1));
        assertThat(world.live()).isEqualTo(Split.ofPercent(10));

        world.silent.add(Tier.FARGATE);
        world.run(Duration.ofMinutes(2));
        assertThat(world.live()).isEqualTo(Split.ALL_LAMBDA);
    }

    private void busyOnFargate() {
        world.load = BUSY;
        world.runUntil(MigrationCycleTest::restsOnFargate);
    }

    private List<Integer> shares() {
        return world.recordHistory.stream().map(records -> records.split().orElseThrow().fargateBasisPoints()).toList();
    }

    private static boolean restsOnFargate(Phase phase) {
        return phase instanceof Phase.Resting resting && resting.tier() == Tier.FARGATE;
    }

    private static boolean restsOnLambda(Phase phase) {
        return phase instanceof Phase.Resting resting && resting.tier() == Tier.LAMBDA;
    }
}
