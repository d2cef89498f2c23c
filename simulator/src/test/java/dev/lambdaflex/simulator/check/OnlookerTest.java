package dev.lambdaflex.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.simulator.model.AppTruth;
import dev.lambdaflex.simulator.model.money.HourlyCost;
import dev.lambdaflex.weights.split.RecordSet;
import org.junit.jupiter.api.Test;

/** What a look shows that the one before did not. */
class OnlookerTest {

    private static final Duration SIGHT = Duration.ofSeconds(2);

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final Onlooker onlooker = new Onlooker(World.POLICY, World.TICK, SIGHT, () -> now);

    @Test
    void aRiseOfATierThatHasBeenSickForLongBreaksI1() {
        look(World.split(10), true, false);
        look(World.split(25), true, false);
        assertThat(broken()).containsExactly(Invariant.I1);
    }

    @Test
    void aTierThatFellSickAMomentAgoCouldNotBeKnownToBeSick() {
        look(World.split(10), true, true);
        now = now.plus(SIGHT);
        look(World.split(25), true, false);
        assertThat(broken()).isEmpty();
        now = now.plusMillis(1);
        look(World.split(50), true, false);
        assertThat(broken()).containsExactly(Invariant.I1);
    }

    @Test
    void leavingOnlyASickTierWithWeightBreaksI2() {
        look(World.split(50), false, true);
        now = now.plus(SIGHT.multipliedBy(2));
        look(World.alone(), false, true);
        assertThat(broken()).contains(Invariant.I2);
    }

    @Test
    void aRemovalUnderWeightBreaksI3AndI4Once() {
        sees(World.split(50), true, true, true, 1);
        sees(World.split(50), true, true, true, 1);
        assertThat(onlooker.violations()).extracting(Violation::invariant)
                .containsExactly(Invariant.I3, Invariant.I4);
    }

    @Test
    void aTermThatFallsBreaksI5() {
        sees(World.alone(), true, false, false, 4);
        sees(World.alone(), true, false, false, 5);
        assertThat(broken()).isEmpty();
        sees(World.alone(), true, false, false, 4);
        assertThat(broken()).containsExactly(Invariant.I5);
    }

    @Test
    void whatIsLeftAtTheEndBreaksI6() {
        look(World.alone(), true, false);
        onlooker.ended();
        assertThat(broken()).containsExactly(Invariant.I6);
    }

    private void look(RecordSet records, boolean lambda, boolean fargate) {
        sees(records, lambda, fargate, false, 1);
    }

    private void sees(RecordSet records, boolean lambda, boolean fargate, boolean removing, long term) {
        onlooker.sees(new AppTruth(records, true, lambda, fargate, Optional.empty(), Optional.empty(), List.of(),
                new AppTruth.Resources(List.of("shop"), List.of(), List.of(), List.of(), List.of()),
                new HourlyCost(0, 0, 0)), removing, term);
    }

    private List<Invariant> broken() {
        return onlooker.violations().stream().map(Violation::invariant).distinct().toList();
    }
}
