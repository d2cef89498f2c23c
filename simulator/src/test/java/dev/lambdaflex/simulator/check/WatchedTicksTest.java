package dev.lambdaflex.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.weights.migration.HoldReason;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** I5, I7, I8 and I9: what may lie between the end of one tick and the next. */
class WatchedTicksTest {

    private final World world = new World();

    @Test
    void aVersionThatGoesBackBreaksI5() {
        world.tick(step(0), OptionalInt.of(7));
        world.tick(step(0), OptionalInt.of(7));
        world.tick(step(0), OptionalInt.of(8));
        assertThat(world.broken()).isEmpty();
        world.tick(step(0), OptionalInt.of(7));
        assertThat(world.broken()).containsExactly(Invariant.I5);
    }

    @Test
    void oneStepOfThePlanBreaksNothing() {
        for (int step = 0; step < 7; step++) {
            world.tick(step(step));
        }
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void twoStepsAtOnceBreakI7() {
        world.tick(step(0));
        world.tick(step(2));
        assertThat(world.broken()).containsExactly(Invariant.I7);
    }

    @Test
    void aPersonMayGoBeyondThePlan() {
        world.tick(step(0));
        world.watch.requested();
        world.tick(step(6));
        assertThat(world.broken()).isEmpty();
        world.tick(step(0));
        world.tick(step(6));
        assertThat(world.broken()).as("one request excuses one tick").containsExactly(Invariant.I7);
    }

    @Test
    void aRollbackMayGoUpAtOnce() {
        world.tick(step(0));
        world.tick(back(Split.ALL_FARGATE, world.now));
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void aRollbackBeyondItsDeadlineBreaksI8() {
        Instant since = world.now;
        world.tick(back(Split.ofPercent(25), since));
        world.pass(World.POLICY.timing().rollbackDeadline());
        world.tick(back(Split.ofPercent(25), since));
        assertThat(world.broken()).as("a few ticks late at most").isEmpty();
        world.pass(Duration.ofMinutes(1));
        world.tick(back(Split.ofPercent(25), since));
        assertThat(world.broken()).containsExactly(Invariant.I8);
    }

    @Test
    void aRollbackThatSaysThatItFailedBreaksNothing() {
        Phase.RollingBack way = back(Split.ofPercent(25), world.now);
        world.tick(way);
        world.pass(Duration.ofHours(2));
        world.tick(new Phase.RollbackFailed(way, world.now));
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void movingWhatAPersonPausedBreaksI9() {
        world.tick(paused(step(2)));
        world.tick(paused(step(2)));
        assertThat(world.broken()).isEmpty();
        world.tick(step(3));
        assertThat(world.broken()).containsExactly(Invariant.I9);
    }

    @Test
    void aPersonMayResume() {
        world.tick(paused(step(2)));
        world.watch.requested();
        world.tick(step(3));
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void whatIsUnsafeIsLeftThoughAPersonHoldsIt() {
        world.tick(paused(step(2)));
        world.tick(new Phase.RollingBack(Tier.LAMBDA, Split.ALL_LAMBDA, true, "fargate is broken", world.now,
                world.now));
        assertThat(world.broken()).isEmpty();
    }

    @Test
    void aSplitSetByHandIsKeptUntilItsTimeIsOver() {
        Instant until = world.now.plus(World.TICK.multipliedBy(3));
        world.tick(manual(until));
        world.tick(manual(until));
        world.tick(step(4));
        assertThat(world.broken()).as("its time is over").isEmpty();

        world.tick(manual(world.now.plus(Duration.ofHours(1))));
        world.tick(step(4));
        assertThat(world.broken()).containsExactly(Invariant.I9);
    }

    @Test
    void whatAutomationHoldsItMayMoveOn() {
        world.tick(new Phase.Held(new HoldReason.Blind(), step(2), world.now));
        world.tick(step(3));
        assertThat(world.broken()).isEmpty();
    }

    private Phase step(int step) {
        return new Phase.Shifting(Direction.UP, step, 0, 0, false, world.now);
    }

    private Phase.Held paused(Phase phase) {
        return new Phase.Held(new HoldReason.Paused("alice", "lunch"), phase, world.now);
    }

    private Phase.Held manual(Instant until) {
        HoldReason reason = new HoldReason.ManualWeights(Split.ofPercent(30), "alice", "test", Optional.of(until),
                Set.of());
        return new Phase.Held(reason, step(3), world.now);
    }

    private static Phase.RollingBack back(Split split, Instant since) {
        return new Phase.RollingBack(Tier.FARGATE, split, true, "lambda is broken", since, since);
    }
}
