package dev.lambdaflex.weights.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** Somebody else changes the records in the middle of a migration. */
final class DriftTest {

    private static final double BUSY = 50;

    private final World world = new World();

    @BeforeEach
    void shiftsUpAtTenPercent() {
        world.load = BUSY;
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(10))
                && world.state.change().inSync().isPresent());
    }

    @Test
    void revertPutsTheRecordsBackAndSaysSo() {
        RecordSet ours = world.records;
        somebodySets(Split.ofPercent(60));
        Decision decision = world.tick();

        assertThat(world.records).isEqualTo(ours);
        assertThat(decision.reason())
                .startsWith("somebody changed the records to lambda 40 to apigw / fargate 60 to alb");
        world.runUntil(phase -> phase instanceof Phase.Resting);
    }

    @Test
    void adoptTakesAChangedSplitOverAsSetByHand() {
        world.policy = World.drifting(DriftPolicy.ADOPT);
        somebodySets(Split.ofPercent(60));
        world.run(Duration.ofHours(2));

        assertThat(world.live()).isEqualTo(Split.ofPercent(60));
        assertThat(held().reason()).asInstanceOf(type(HoldReason.ManualWeights.class)).satisfies(manual -> {
            assertThat(manual.split()).isEqualTo(Split.ofPercent(60));
            assertThat(manual.why()).isEqualTo("the records were changed to lambda 40 / fargate 60");
            assertThat(manual.until()).isEmpty();
        });
        world.ask(new Verb.Resume());
        world.runUntil(phase -> phase instanceof Phase.Resting(Tier tier, _) && tier == Tier.FARGATE);
        assertThat(world.recordHistory.stream().map(set -> set.split().orElseThrow().fargateBasisPoints()))
                .endsWith(7500, 10000);
    }

    @Test
    void adoptCountsAMissingRecordAsNoShare() {
        world.policy = World.drifting(DriftPolicy.ADOPT);
        world.records = new RecordSet(world.records.lambda(), Optional.empty());
        world.run(Duration.ofMinutes(5));

        assertThat(world.live()).isEqualTo(Split.ALL_LAMBDA);
        assertThat(world.records.fargate()).as("it stands again, with weight 0").isPresent();
        assertThat(held().reason()).isInstanceOf(HoldReason.ManualWeights.class);
    }

    @Test
    void adoptOfOtherWeightsForTheSameSplitOnlyPutsThemBack() {
        world.policy = World.drifting(DriftPolicy.ADOPT);
        RecordSet ours = world.records;
        world.records = weights(180, 20);
        world.tick();

        assertThat(world.records).isEqualTo(ours);
        assertThat(world.state.phase()).isInstanceOf(Phase.Shifting.class);
    }

    @Test
    void adoptHaltsWhenARecordLeadsElsewhere() {
        world.policy = World.drifting(DriftPolicy.ADOPT);
        RecordSet elsewhere = elsewhere();
        world.records = elsewhere;
        world.run(Duration.ofHours(1));

        assertThat(world.records).isEqualTo(elsewhere);
        assertThat(held().reason()).isEqualTo(new HoldReason.Drifted(elsewhere));
        assertThat(world.decisions.getLast().reason()).contains("fargate 10 to elsewhere.example.net (expected: ");
    }

    @Test
    void adoptLetsAPausedAppBeSetByHand() {
        world.policy = World.drifting(DriftPolicy.ADOPT);
        world.ask(new Verb.Pause());
        somebodySets(Split.ofPercent(60));
        world.tick();

        assertThat(held().reason()).isInstanceOf(HoldReason.ManualWeights.class);
        assertThat(held().resumes()).isInstanceOf(Phase.Shifting.class);
    }

    @Test
    void haltWritesNothingUntilAPersonResumesAndThenPutsTheRecordsBack() {
        world.policy = World.drifting(DriftPolicy.HALT);
        RecordSet ours = world.records;
        RecordSet theirs = weights(7, 201);
        world.records = theirs;
        int written = world.recordHistory.size();
        world.run(Duration.ofHours(2));

        assertThat(world.records).isEqualTo(theirs);
        assertThat(world.recordHistory).hasSize(written);
        assertThat(world.decisions.getLast().reason())
                .startsWith(
                        "held, for somebody changed the records to lambda 7 / fargate 201 (expected: lambda 90 / fargate 10)");
        assertThat(world.ask(new Verb.Resume())).isInstanceOf(Answer.Accepted.class);
        world.tick();
        assertThat(world.records).isEqualTo(ours);
        world.runUntil(phase -> phase instanceof Phase.Resting(Tier tier, _) && tier == Tier.FARGATE);
    }

    @Test
    void haltGoesOnByItselfOnceTheRecordsAreWhatTheyWere() {
        world.policy = World.drifting(DriftPolicy.HALT);
        RecordSet ours = world.records;
        somebodySets(Split.ofPercent(60));
        world.run(Duration.ofMinutes(5));
        world.records = ours;
        world.tick();

        assertThat(world.state.phase()).isInstanceOf(Phase.Shifting.class);
        world.runUntil(phase -> phase instanceof Phase.Resting(Tier tier, _) && tier == Tier.FARGATE);
    }

    @Test
    void haltFollowsASecondChange() {
        world.policy = World.drifting(DriftPolicy.HALT);
        somebodySets(Split.ofPercent(60));
        world.tick();
        somebodySets(Split.ofPercent(70));
        world.run(Duration.ofHours(1));

        assertThat(held().reason()).isEqualTo(new HoldReason.Drifted(world.records));
        assertThat(world.live()).isEqualTo(Split.ofPercent(70));
    }

    @Test
    void haltKeepsWhatAPersonHeldBefore() {
        world.policy = World.drifting(DriftPolicy.HALT);
        world.ask(new Verb.SetWeights(Split.ofPercent(15), Optional.empty(), Set.of()));
        world.run(Duration.ofMinutes(2));
        somebodySets(Split.ofPercent(60));
        world.tick();
        assertThat(held().reason()).isInstanceOf(HoldReason.Drifted.class);
        assertThat(world.ask(new Verb.Pause())).isInstanceOf(Answer.Refused.class);

        world.ask(new Verb.Resume());
        world.tick();
        assertThat(held().reason()).isInstanceOf(HoldReason.ManualWeights.class);
        assertThat(world.live()).isEqualTo(Split.ofPercent(15));
    }

    @Test
    void aPersonMayChooseOtherWeightsWhileHalted() {
        world.policy = World.drifting(DriftPolicy.HALT);
        somebodySets(Split.ofPercent(60));
        world.tick();
        world.ask(new Verb.SetWeights(Split.ofPercent(50), Optional.empty(), Set.of()));
        world.tick();

        assertThat(world.live()).isEqualTo(Split.ofPercent(50));
    }

    @ParameterizedTest
    @EnumSource(DriftPolicy.class)
    void aBrokenTierIsLeftWhateverSomebodyChanged(DriftPolicy drift) {
        world.policy = World.drifting(drift);
        somebodySets(Split.ofPercent(60));
        world.tick();
        world.silent.add(Tier.FARGATE);
        world.run(Duration.ofMinutes(3));

        assertThat(world.live()).isEqualTo(Split.ALL_LAMBDA);
    }

    @ParameterizedTest
    @EnumSource(DriftPolicy.class)
    void aZoneWithoutAnyRecordOfOursIsNotLeftSo(DriftPolicy drift) {
        world.policy = World.drifting(drift);
        RecordSet ours = world.records;
        world.records = RecordSet.EMPTY;
        world.tick();

        assertThat(world.records).isEqualTo(ours);
    }

    private Phase.Held held() {
        assertThat(world.state.phase()).isInstanceOf(Phase.Held.class);
        return (Phase.Held) world.state.phase();
    }

    private void somebodySets(Split split) {
        world.records = RecordSet.of(split, target(Tier.LAMBDA), target(Tier.FARGATE));
    }

    private RecordSet weights(int lambda, int fargate) {
        return new RecordSet(Optional.of(new RecordSet.Weighted(lambda, target(Tier.LAMBDA))),
                Optional.of(new RecordSet.Weighted(fargate, target(Tier.FARGATE))));
    }

    private RecordSet elsewhere() {
        return new RecordSet(world.records.lambda(), Optional.of(new RecordSet.Weighted(10, "elsewhere.example.net")));
    }

    private String target(Tier tier) {
        return world.records.record(tier).orElseThrow().target();
    }
}
