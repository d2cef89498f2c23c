package dev.lambdaflex.weights.gate;

import java.util.Optional;

import dev.lambdaflex.weights.split.Tier;

/** Active probes: one failing is a warning, several in a row are an outage. */
final class HealthGate {

    private HealthGate() {}

    static Evidence judge(Tier tier, int failedProbes, GateSettings settings) {
        if (failedProbes == 0) {
            return evidence(tier, Verdict.PASS, 1, "%s answers its health probe".formatted(tier.label()));
        }
        if (failedProbes < settings.failedProbes()) {
            return evidence(tier, Verdict.INCONCLUSIVE, failedProbes, "%s failed %d of %d health probes in a row"
                    .formatted(tier.label(), failedProbes, settings.failedProbes()));
        }
        return evidence(tier, Verdict.HARD_FAIL, failedProbes,
                "%s failed %d health probes in a row".formatted(tier.label(), failedProbes));
    }

    private static Evidence evidence(Tier tier, Verdict verdict, int probes, String sentence) {
        return new Evidence("health", tier, verdict, sentence, probes, Optional.empty(), "probe");
    }
}
