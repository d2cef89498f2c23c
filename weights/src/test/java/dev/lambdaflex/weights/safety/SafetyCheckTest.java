package dev.lambdaflex.weights.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.lambdaflex.weights.safety.SafetyCheck.Violation;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

class SafetyCheckTest {

    private static final Set<Tier> BOTH = EnumSet.allOf(Tier.class);
    private static final Set<Tier> LAMBDA = Set.of(Tier.LAMBDA);
    private static final Set<Tier> FARGATE = Set.of(Tier.FARGATE);
    private static final Set<Tier> NONE = Set.of();

    @Test
    void aStepOf25PointsBetweenTwoGoodTiersIsSafe() {
        assertThat(check(25, 50, BOTH, BOTH, false)).isEmpty();
        assertThat(check(50, 25, BOTH, BOTH, false)).isEmpty();
        assertThat(check(50, 50, BOTH, BOTH, true)).isEmpty();
    }

    @Test
    void someHealthyTierKeepsWeight() {
        assertThat(check(10, 0, FARGATE, BOTH, false)).contains(new Violation(SafetyRule.HEALTHY_TIER,
                "0 % fargate would leave no healthy tier with weight"));
        assertThat(rules(check(90, 100, LAMBDA, BOTH, false))).contains(SafetyRule.HEALTHY_TIER);
        assertThat(rules(check(50, 40, NONE, BOTH, false))).contains(SafetyRule.HEALTHY_TIER);
        assertThat(rules(check(10, 0, LAMBDA, BOTH, false))).isEmpty();
    }

    /** The tier was healthy and had no weight before; what counts is that it has none afterwards. */
    @Test
    void whatCountsIsTheStateAfterTheChange() {
        assertThat(rules(check(0, 0, FARGATE, BOTH, false))).containsExactly(SafetyRule.HEALTHY_TIER);
        assertThat(rules(check(0, 1, FARGATE, FARGATE, false))).isEmpty();
    }

    @Test
    void noShareRisesOnATierWithoutVerifiedCapacity() {
        assertThat(check(0, 5, BOTH, LAMBDA, false)).containsExactly(new Violation(SafetyRule.VERIFIED_CAPACITY,
                "fargate has no verified capacity for 5 %"));
        assertThat(check(100, 90, BOTH, FARGATE, false)).containsExactly(new Violation(SafetyRule.VERIFIED_CAPACITY,
                "lambda has no verified capacity for 10 %"));
    }

    @Test
    void capacityThatDoesNotAnswerIsNone() {
        assertThat(rules(check(0, 5, LAMBDA, BOTH, false))).containsExactly(SafetyRule.VERIFIED_CAPACITY);
    }

    @Test
    void lessWeightOnABadTierIsSafe() {
        assertThat(check(10, 5, LAMBDA, LAMBDA, false)).isEmpty();
        assertThat(check(10, 0, LAMBDA, LAMBDA, false)).isEmpty();
    }

    @Test
    void aJumpOfMoreThan25PointsIsOneInEitherDirection() {
        assertThat(check(0, 100, BOTH, BOTH, false)).containsExactly(new Violation(SafetyRule.MAX_JUMP,
                "a jump of 100 points (expected: at most 25)"));
        assertThat(rules(check(60, 30, BOTH, BOTH, false))).containsExactly(SafetyRule.MAX_JUMP);
        assertThat(new SafetyCheck(Split.ALL_LAMBDA, new Split(2_501), BOTH, BOTH, false).violations())
                .containsExactly(new Violation(SafetyRule.MAX_JUMP, "a jump of 25.01 points (expected: at most 25)"));
    }

    @Test
    void nothingMovesWhileTheFreezeSwitchIsOn() {
        assertThat(check(25, 26, BOTH, BOTH, true))
                .containsExactly(new Violation(SafetyRule.FREEZE, "the freeze switch is on"));
        assertThat(rules(check(25, 24, BOTH, BOTH, true))).containsExactly(SafetyRule.FREEZE);
    }

    @Test
    void everyRuleThatIsBrokenIsNamed() {
        assertThat(rules(check(0, 100, NONE, NONE, true))).containsExactly(SafetyRule.HEALTHY_TIER,
                SafetyRule.VERIFIED_CAPACITY, SafetyRule.MAX_JUMP, SafetyRule.FREEZE);
    }

    @Test
    void whatIsSafeHoldsTheRulesInTheStateAfterIt() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(9);
        for (int i = 0; i < 20_000; i++) {
            SafetyCheck check = new SafetyCheck(anySplit(random), anySplit(random), anyTiers(random), anyTiers(random),
                    random.nextBoolean());
            if (check.violations().isEmpty()) {
                Split before = check.before();
                Split after = check.after();
                assertThat(check.healthy()).anyMatch(after::serves);
                assertThat(Tier.values()).filteredOn(tier -> after.share(tier) > before.share(tier))
                        .allMatch(check.healthy()::contains)
                        .allMatch(check.capable()::contains);
                assertThat(Math.abs(after.fargateBasisPoints() - before.fargateBasisPoints()))
                        .isLessThanOrEqualTo(check.frozen() ? 0 : 2_500);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SafetyRule.class)
    void aRuleIsFoundByTheNameThatAnOverrideGives(SafetyRule rule) {
        assertThat(SafetyRule.parse(rule.label())).isEqualTo(rule);
    }

    @Test
    void anUnknownRuleIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> SafetyRule.parse("all")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "override: 'all' (expected: healthy-tier, verified-capacity, max-jump, freeze)");
    }

    private static List<Violation> check(int before, int after, Set<Tier> healthy, Set<Tier> capable, boolean frozen) {
        return new SafetyCheck(Split.ofPercent(before), Split.ofPercent(after), healthy, capable, frozen).violations();
    }

    private static List<SafetyRule> rules(List<Violation> violations) {
        return violations.stream().map(Violation::rule).toList();
    }

    /** Near each other as often as far apart. */
    private static Split anySplit(RandomGenerator random) {
        return new Split(Math.clamp(random.nextInt(14_000) - 2_000, 0, Split.WHOLE));
    }

    private static Set<Tier> anyTiers(RandomGenerator random) {
        Set<Tier> tiers = EnumSet.noneOf(Tier.class);
        for (Tier tier : Tier.values()) {
            if (random.nextBoolean()) {
                tiers.add(tier);
            }
        }
        return tiers;
    }
}
