package dev.lambdaflex.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;

/** I1, I2 and the zone's half of I5: what a change of the records may not do. */
class WatchedChangesTest {

    private final World world = new World();

    @Test
    void aShareThatRisesOnASickTierBreaksI1() {
        world.fargateHealthy = false;
        world.change(World.split(75));
        assertThat(world.broken()).contains(Invariant.I1);
        assertThat(world.watch.violations().getFirst())
                .hasToString("2026-11-24T12:00:00Z I1: fargate rises to 75 % and is not healthy");
    }

    @Test
    void aShareThatFallsOnASickTierBreaksNothing() {
        world.fargateHealthy = false;
        world.change(World.split(25));
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void aTierThatFellSickAfterTheLookCouldNotBeKnownToBeSick() {
        world.watch.looks();
        world.fargateHealthy = false;
        world.watch.changes(World.split(50), World.split(75));
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void deletedRecordsRiseFromNothing() {
        world.lambdaHealthy = false;
        world.records = RecordSet.EMPTY;
        world.change(World.alone());
        assertThat(world.broken()).contains(Invariant.I1);
    }

    @Test
    void deletedRecordsMayComeBackOntoAHealthyLambda() {
        world.fargateHealthy = false;
        world.records = RecordSet.EMPTY;
        world.change(World.alone());
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void aRecordThatLeadsElsewhereGivesOursNoShareYet() {
        world.fargateHealthy = false;
        world.records = RecordSet.of(Split.ofPercent(50), "gateway", "somewhere");
        world.change(World.split(50));
        assertThat(world.broken()).containsExactly(Invariant.I1);
    }

    @Test
    void takingTheWeightFromTheLastHealthyTierBreaksI2() {
        world.lambdaHealthy = false;
        world.change(World.split(0));
        assertThat(world.broken()).contains(Invariant.I2);
    }

    @Test
    void aSplitThatStaysAsItWasBreaksNothingAnew() {
        world.lambdaHealthy = false;
        world.records = World.alone();
        world.change(World.split(0));
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void whereNoTierIsHealthyNoChangeLeavesOneWithoutWeight() {
        world.lambdaHealthy = false;
        world.fargateHealthy = false;
        world.records = World.split(50);
        world.watch.looks();
        world.watch.changes(World.split(50), World.split(50));
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void aChangeOfAnEarlierTermThatTheZoneTakesBreaksI5() {
        world.watch.changed(7);
        world.watch.changed(7);
        world.watch.changed(8);
        assertThat(world.broken()).isEmpty();
        world.watch.changed(7);
        assertThat(world.broken()).containsExactly(Invariant.I5);
    }
}
