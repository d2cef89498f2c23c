package dev.lambdaflex.weights.safety;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A rule about the split after a change. */
public enum SafetyRule {
    /** Some healthy tier keeps weight. */
    HEALTHY_TIER("healthy-tier"),
    /** No weight on a tier without verified capacity. */
    VERIFIED_CAPACITY("verified-capacity"),
    /** A manual change moves at most 25 points. */
    MAX_JUMP("max-jump"),
    /** Nothing changes while the freeze switch is on. */
    FREEZE("freeze");

    private final String label;

    SafetyRule(String label) {
        this.label = label;
    }

    /** The name that an override gives: {@code max-jump}. */
    public String label() {
        return label;
    }

    /**
     * The rule of that name.
     *
     * @throws IllegalArgumentException naming the rules there are
     */
    public static SafetyRule parse(String label) {
        return Arrays.stream(values())
                .filter(rule -> rule.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("override: '%s' (expected: %s)".formatted(label,
                        Arrays.stream(values()).map(SafetyRule::label).collect(Collectors.joining(", ")))));
    }
}
