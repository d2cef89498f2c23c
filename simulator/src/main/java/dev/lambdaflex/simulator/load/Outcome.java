package dev.lambdaflex.simulator.load;

import dev.lambdaflex.weights.split.Tier;
import java.util.OptionalInt;

/** How a request ended. */
public sealed interface Outcome {

    /** A complete, correct answer. */
    record Answered(Tier tier) implements Outcome {}

    /** How a request ended that has no correct answer. */
    sealed interface Bad extends Outcome {

        /** The status of the answer; empty when none came. */
        OptionalInt status();

        String reason();
    }

    /** An answer, but not the right one. */
    record Wrong(OptionalInt status, String reason) implements Bad {}

    /** No answer, or one that says that it failed. */
    record Lost(OptionalInt status, String reason) implements Bad {}

    /**
     * Not idempotent, and it failed after it may have reached the part that failed: nobody can tell whether it took
     * effect, and nobody may repeat it.
     */
    record Indeterminate(OptionalInt status, String reason) implements Bad {}
}
