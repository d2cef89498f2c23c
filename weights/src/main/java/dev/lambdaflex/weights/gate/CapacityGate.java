package dev.lambdaflex.weights.gate;

import java.util.Locale;
import java.util.Optional;

import dev.lambdaflex.weights.split.Tier;

/** The receiving tier must be able to carry its share before it gets it; a tier with nothing ready is broken. */
final class CapacityGate {

    private static final String GATE = "capacity";
    private static final String SOURCE = "tier status";

    private CapacityGate() {}

    static Evidence judge(Tier tier, Optional<Capacity> known) {
        return known.map(capacity -> judge(tier, capacity)).orElseGet(() -> Evidence.unreadable(GATE, tier, SOURCE));
    }

    private static Evidence judge(Tier tier, Capacity capacity) {
        Verdict verdict = capacity.suffices()
                ? Verdict.PASS
                : capacity.ready() == 0 ? Verdict.HARD_FAIL : Verdict.INCONCLUSIVE;
        String sentence = String.format(Locale.ROOT, "%s carries %.1f requests/s, %.1f needed (%s)", tier.label(),
                capacity.ready(), capacity.needed(), capacity.sentence());
        return new Evidence(GATE, tier, verdict, sentence, 0, Optional.empty(), SOURCE);
    }
}
