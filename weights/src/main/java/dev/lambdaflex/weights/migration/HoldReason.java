package dev.lambdaflex.weights.migration;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.weights.safety.SafetyRule;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;

/** Why an app is held. */
public sealed interface HoldReason {

    /** A person paused; a person resumes. */
    record Paused(String actor, String why) implements HoldReason {}

    /**
     * A person set the split by hand.
     *
     * @param until      when automation resumes; empty when a person must resume it
     * @param overridden the safety rules that the person broke knowingly
     */
    record ManualWeights(Split split, String actor, String why, Optional<Instant> until, Set<SafetyRule> overridden)
            implements
                HoldReason {
        public ManualWeights {
            overridden = Set.copyOf(overridden);
        }
    }

    /** A step reached its deadline without enough evidence. Evidence that comes later still counts. */
    record Inconclusive() implements HoldReason {}

    /** Metrics could not be read for several ticks. Goes on when they can. */
    record Blind() implements HoldReason {}

    /** The tier could not be removed after several attempts; {@code retry} tries again. */
    record TeardownStuck(String detail) implements HoldReason {}

    /**
     * Somebody else changed the records, and the policy is to halt: nothing is written until a person decides.
     *
     * @param found the records as they were found
     */
    record Drifted(RecordSet found) implements HoldReason {}

    /** Whether a person holds the app, so that automation may not move it on. */
    default boolean byPerson() {
        return this instanceof Paused || this instanceof ManualWeights;
    }
}
