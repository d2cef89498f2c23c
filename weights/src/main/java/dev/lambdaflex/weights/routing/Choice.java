package dev.lambdaflex.weights.routing;

import dev.lambdaflex.weights.split.Tier;

/** Where one request goes. The values are made once, for choosing must not allocate. */
public sealed interface Choice {

    /** The request goes to {@code tier}. */
    record To(Tier tier, Reason reason) implements Choice {}

    /** No tier may be asked. */
    record Nowhere() implements Choice {}

    /** Why a tier was chosen. */
    enum Reason {
        /** Its share. */
        SPLIT,
        /** A tester asked for it. */
        OVERRIDE,
        /** The tier whose turn it was cannot be asked. */
        SPILLOVER,
        /** No tier is available: this one is asked all the same, for an answer is possible and a refusal is certain. */
        LAST_RESORT
    }
}
