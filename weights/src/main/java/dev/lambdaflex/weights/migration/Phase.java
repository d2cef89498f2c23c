package dev.lambdaflex.weights.migration;

import java.time.Instant;
import java.util.Optional;

import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** Where an app stands between its tiers. Each phase holds what only it needs. */
public sealed interface Phase {

    /** Since when the phase, or the step within it, lasts. */
    Instant since();

    /** The phase that holds cover, or the phase itself. */
    default Phase active() {
        return this instanceof Held held ? held.resumes().active() : this;
    }

    /** One tier serves everything and nothing is under way. On Lambda, the Fargate tier does not exist. */
    record Resting(Tier tier, Instant since) implements Phase {}

    /** The Fargate tier is being built; Lambda serves everything. */
    record Provisioning(Instant since) implements Phase {}

    /**
     * The Fargate tier stands and has to show that it is healthy.
     *
     * @param accepted whether it has; its record of weight 0 is being published then
     */
    record Verifying(boolean accepted, Instant since) implements Phase {}

    /**
     * Traffic moves along the plan.
     *
     * @param step       index into the plan's steps of this direction
     * @param badTicks   ticks in a row at which the gates said FAIL
     * @param blindTicks ticks in a row at which the gates could not be read
     * @param promoted   a person waved this step through
     */
    record Shifting(Direction direction, int step, int badTicks, int blindTicks, boolean promoted,
            Instant since) implements Phase {

        static Shifting begin(Direction direction, int step, Instant now) {
            return new Shifting(direction, step, 0, 0, false, now);
        }
    }

    /**
     * Fargate serves everything for the first time and is watched before the migration counts as done.
     *
     * @param badTicks ticks in a row at which the gates said FAIL
     */
    record Baking(int badTicks, Instant since) implements Phase {}

    /** Fargate has no weight any more and must be seen idle before it goes. */
    record Quiescing(Instant since) implements Phase {}

    /**
     * First the Fargate record goes, then the tier.
     *
     * @param attempt   counts the removals that were asked for, from 1
     * @param asked     when the present removal was asked for; empty before
     * @param spareTill until when requests that are still seen at Fargate put the removal off
     */
    record TearingDown(int attempt, Optional<Instant> asked, Instant spareTill, Instant since) implements Phase {

        static TearingDown begin(Instant spareTill, Instant now) {
            return new TearingDown(1, Optional.empty(), spareTill, now);
        }
    }

    /**
     * Traffic goes back to the tier that is good.
     *
     * @param to       the tier that receives
     * @param split    the split at this moment of the way back
     * @param atOnce   in one jump as far as the receiver can carry, for the other tier is broken
     * @param cause    what made it necessary
     * @param stepped  when the split last moved
     */
    record RollingBack(Tier to, Split split, boolean atOnce, String cause, Instant stepped,
            Instant since) implements Phase {}

    /** The way back did not end within its deadline. It goes on by the same rules, as soon as the receiving tier lets it. */
    record RollbackFailed(RollingBack way, Instant since) implements Phase {

        public Tier to() {
            return way.to();
        }

        public Split split() {
            return way.split();
        }

        public String cause() {
            return way.cause();
        }
    }

    /**
     * Nothing moves forward until the reason is gone; what is unsafe still rolls back.
     *
     * @param resumes what goes on then; itself held when the records drifted under a hold
     */
    record Held(HoldReason reason, Phase resumes, Instant since) implements Phase {}
}
