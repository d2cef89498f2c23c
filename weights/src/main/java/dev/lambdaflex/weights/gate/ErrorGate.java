package dev.lambdaflex.weights.gate;

import java.util.Optional;

import dev.lambdaflex.weights.split.Tier;

/** The error rate of the receiving tier against the limit and against the other tier. */
final class ErrorGate {

    private ErrorGate() {}

    static Evidence judge(Tier tier, Optional<TierWindow> window, Optional<TierWindow> control, GateSettings settings) {
        return new Evidence("errors", tier, Verdict.INCONCLUSIVE, settings + " " + window + control, 0,
                Optional.empty(), "");
    }
}
