package dev.lambdaflex.weights.safety;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * What the rules look at when a split is to change.
 *
 * @param before  the split that stands
 * @param after   the split that is asked for
 * @param healthy the tiers that are healthy now
 * @param capable the tiers whose capacity is verified for what {@code after} gives them
 * @param frozen  whether the freeze switch is on
 */
public record SafetyCheck(Split before, Split after, Set<Tier> healthy, Set<Tier> capable, boolean frozen) {

    /** More than this many basis points at once is a jump. */
    public static final int MAX_JUMP = 2_500;

    /**
     * One rule that the change would break.
     *
     * @param rule     the rule
     * @param sentence what exactly breaks it
     */
    public record Violation(SafetyRule rule, String sentence) {}

    public SafetyCheck {
        healthy = Set.copyOf(healthy);
        capable = Set.copyOf(capable);
    }

    /** The rules that the change would break; empty when it is safe. */
    public List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        if (healthy.stream().noneMatch(after::serves)) {
            violations.add(new Violation(SafetyRule.HEALTHY_TIER,
                    "%s would leave no healthy tier with weight".formatted(after)));
        }
        for (Tier tier : Tier.values()) {
            // Capacity that does not answer is none. Less weight on such a tier is always right.
            boolean rises = after.share(tier) > before.share(tier);
            boolean verified = capable.contains(tier) && healthy.contains(tier);
            if (rises && !verified) {
                violations.add(new Violation(SafetyRule.VERIFIED_CAPACITY,
                        "%s has no verified capacity for %s".formatted(tier.label(), after.percent(tier))));
            }
        }
        int jump = Math.abs(after.fargateBasisPoints() - before.fargateBasisPoints());
        if (jump > MAX_JUMP) {
            violations.add(new Violation(SafetyRule.MAX_JUMP,
                    "a jump of %s points (expected: at most 25)".formatted(points(jump))));
        }
        if (frozen && jump > 0) {
            violations.add(new Violation(SafetyRule.FREEZE, "the freeze switch is on"));
        }
        return List.copyOf(violations);
    }

    private static String points(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }
}
