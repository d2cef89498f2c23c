package dev.lambdaflex.weights.gate;

import java.util.Optional;

import dev.lambdaflex.weights.split.Tier;

/** Active probes: one failing is a warning, several in a row are an outage. */
final class HealthGate {

    private HealthGate() {}

    static Evidence judge(Tier tier, int failedProbes, GateSettings settings) {
        Verdict verdict = failedProbes == 0
                ? Verdict.PASS
                : failedProbes >= settings.failedProbes() ? Verdict.HARD_FAIL : Verdict.INCONCLUSIVE;
        String sentence = failedProbes == 0
                ? "%s answers its health probe".formatted(tier.label())
                : "%d of %d health probes of %s failed in a row".formatted(failedProbes, settings.failedProbes(),
                        tier.label());
        return new Evidence("health", tier, verdict, sentence, failedProbes, Optional.empty(), "probe");
    }
}
