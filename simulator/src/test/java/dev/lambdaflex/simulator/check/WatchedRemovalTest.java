package dev.lambdaflex.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** I3, I4 and I6: what has to be true of a tier that goes, and of the records that lead to it. */
class WatchedRemovalTest {

    private static final Duration QUIET = World.POLICY.timing().quiet();
    private static final Duration LAG = World.POLICY.timing().metricsLag();

    private final World world = new World();

    @Test
    void aTierThatIsSilentAndUnknownToTheZoneMayGo() {
        world.records = World.alone();
        world.fargateAsked = Optional.of(world.now.minus(QUIET).minus(LAG));
        world.watch.removes();
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void removingATierThatHasWeightBreaksI3() {
        world.watch.removes();
        assertThat(world.broken()).contains(Invariant.I3);
    }

    @Test
    void removingATierThatWasAskedWithinTheDrainWindowBreaksI3() {
        world.records = World.alone();
        world.fargateAsked = Optional.of(world.now.minus(LAG).minusSeconds(1));
        world.watch.removes();
        assertThat(world.broken()).containsExactly(Invariant.I3);
    }

    @Test
    void whatWasAskedWithinTheLagOfTheMetricsCouldNotBeKnown() {
        world.records = World.alone();
        world.fargateAsked = Optional.of(world.now.minus(LAG).plusSeconds(1));
        world.watch.removes();
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void whoStillAsksAfterTheLongestWaitKeepsNoTier() {
        world.records = World.alone();
        world.watch.looks();
        world.pass(World.POLICY.timing().quietMost());
        world.fargateAsked = Optional.of(world.now.minus(LAG).minusSeconds(1));
        world.watch.removes();
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void weightInBetweenBeginsTheLongestWaitAnew() {
        world.records = World.alone();
        world.watch.looks();
        world.records = World.split(1);
        world.watch.looks();
        world.records = World.alone();
        world.watch.looks();
        world.pass(World.POLICY.timing().quietMost().minusSeconds(1));
        world.fargateAsked = Optional.of(world.now.minus(LAG).minusSeconds(1));
        world.watch.removes();
        assertThat(world.broken()).containsExactly(Invariant.I3);
    }

    @Test
    void removingATierWhileARecordLeadsToItBreaksI4() {
        world.records = World.split(0);
        world.watch.removes();
        assertThat(world.broken()).containsExactly(Invariant.I4);
    }

    @Test
    void aRecordThatLeadsToSomethingDeletedBreaksI4() {
        world.watch.looks();
        assertThat(world.broken()).isEmpty();
        world.dangling = List.of("alb");
        world.watch.looks();
        assertThat(world.broken()).containsExactly(Invariant.I4);
    }

    @Test
    void aSecondTierBesideTheFirstBreaksI6() {
        world.stacks = List.of("shop", "shop-2");
        world.watch.looks();
        assertThat(world.broken()).containsExactly(Invariant.I6);
    }

    @Test
    void whatIsLeftAtTheEndBreaksI6() {
        world.stacks = List.of();
        world.watch.ended();
        assertThat(world.broken()).isEmpty();
        world.stacks = List.of("shop");
        world.watch.ended();
        assertThat(world.broken()).containsExactly(Invariant.I6);
    }
}
