package dev.lambdaflex.weights.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.RecordWeights;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

class ShiftPlanTest {

    private static final Duration HOLD = Duration.ofMinutes(3);

    @Test
    void theStandardPlanRisesInSevenStepsOfTwoMinutes() {
        ShiftPlan plan = ShiftPlan.standard();
        assertThat(percents(plan.steps(Direction.UP))).containsExactly("1", "5", "10", "25", "50", "75", "100");
        assertThat(plan.rising()).allMatch(step -> step.hold().equals(Duration.ofMinutes(2)));
    }

    @Test
    void theDrainOfTheStandardPlanEndsAtNone() {
        assertThat(percents(ShiftPlan.standard().steps(Direction.DOWN)))
                .containsExactly("75", "50", "25", "10", "5", "1", "0");
    }

    @Test
    void aCanaryIsOneSmallStepAndThenEverything() {
        assertThat(percents(ShiftPlan.canary(Split.ofPercent(10), HOLD).rising())).containsExactly("10", "100");
    }

    @Test
    void linearStepsAreEqualAndTheLastIsShortened() {
        assertThat(percents(ShiftPlan.linear(Split.ofPercent(25), HOLD).rising()))
                .containsExactly("25", "50", "75", "100");
        assertThat(percents(ShiftPlan.linear(Split.ofPercent(30), HOLD).rising()))
                .containsExactly("30", "60", "90", "100");
        assertThat(percents(ShiftPlan.linear(Split.ALL_FARGATE, HOLD).rising())).containsExactly("100");
    }

    @Test
    void exponentialStepsDouble() {
        assertThat(percents(ShiftPlan.exponential(Split.ofPercent(1), HOLD).rising()))
                .containsExactly("1", "2", "4", "8", "16", "32", "64", "100");
    }

    @ParameterizedTest
    @MethodSource("anyPlans")
    void everyPlanRisesToAllOfFargateAndItsDrainIsTheSameBackwards(ShiftPlan plan) {
        List<Split> up = splits(plan.steps(Direction.UP));
        List<Split> down = splits(plan.steps(Direction.DOWN));
        assertThat(up).isSorted().doesNotHaveDuplicates().endsWith(Split.ALL_FARGATE).doesNotContain(Split.ALL_LAMBDA);
        assertThat(down).hasSameSizeAs(up).endsWith(Split.ALL_LAMBDA).doesNotContain(Split.ALL_FARGATE);
        assertThat(down.subList(0, down.size() - 1).reversed()).isEqualTo(up.subList(0, up.size() - 1));
    }

    @ParameterizedTest
    @MethodSource("anyPlans")
    void fromAnySplitTheNextStepMovesOnAndNoneIsLeftOut(ShiftPlan plan) {
        for (Direction direction : Direction.values()) {
            List<Step> steps = plan.steps(direction);
            for (int basisPoints = 0; basisPoints <= Split.WHOLE; basisPoints += 7) {
                Split from = new Split(basisPoints);
                int next = plan.firstStepBeyond(from, direction);
                int receives = from.share(direction.receiver());
                boolean atTheEnd = receives == Split.WHOLE;
                boolean movesOn = steps.get(next).split().share(direction.receiver()) > receives;
                assertThat(movesOn).as("%s from %s %s", plan, from, direction).isNotEqualTo(atTheEnd);
                assertThat(steps.subList(0, next))
                        .allMatch(step -> step.split().share(direction.receiver()) <= receives);
            }
        }
    }

    @Test
    void aStepFinerThanRecordsCanSayIsServedAsTheSmallestShareTheyKnow() {
        ShiftPlan plan = ShiftPlan.exponential(new Split(10), HOLD);
        List<RecordWeights> weights = splits(plan.rising()).stream().map(RecordWeights::of).toList();
        assertThat(percents(plan.rising())).startsWith("0.1", "0.2", "0.4", "0.8");
        assertThat(weights).startsWith(new RecordWeights(255, 1), new RecordWeights(255, 1), new RecordWeights(249, 1),
                new RecordWeights(124, 1));
        assertThat(RecordSet.of(new Split(10), "api", "balancer").split()).contains(new Split(39));
    }

    @Test
    void aShortenedPlanKeepsItsSharesAndDividesItsHolds() {
        ShiftPlan plan = ShiftPlan.standard().shortened(60);
        assertThat(splits(plan.rising())).isEqualTo(splits(ShiftPlan.standard().rising()));
        assertThat(plan.rising()).allMatch(step -> step.hold().equals(Duration.ofSeconds(2)));
        assertThatThrownBy(() -> ShiftPlan.standard().shortened(0)).hasMessage("divisor: 0.0 (expected: above 0)");
    }

    @Test
    void plansThatDoNotRiseToEverythingAreRefused() {
        assertThatThrownBy(() -> new ShiftPlan(List.of()))
                .hasMessage("plan: ends at 0 % fargate (expected: 100 % as the last share)");
        assertThatThrownBy(() -> ShiftPlan.ofPercents(HOLD, 10, 50))
                .hasMessage("plan: ends at 50 % fargate (expected: 100 % as the last share)");
        assertThatThrownBy(() -> ShiftPlan.ofPercents(HOLD, 10, 5, 100))
                .hasMessage("plan: 5 % fargate after 10 % fargate (expected: shares above 0 that rise)");
        assertThatThrownBy(() -> ShiftPlan.ofPercents(HOLD, 0, 100))
                .hasMessage("plan: 0 % fargate after 0 % fargate (expected: shares above 0 that rise)");
        assertThatThrownBy(() -> ShiftPlan.canary(Split.ALL_FARGATE, HOLD))
                .hasMessage("plan: 100 % fargate after 100 % fargate (expected: shares above 0 that rise)");
        assertThatThrownBy(() -> ShiftPlan.linear(Split.ALL_LAMBDA, HOLD))
                .hasMessage("plan: begins with 0 % (expected: a first share above 0 %)");
        assertThatThrownBy(() -> ShiftPlan.exponential(Split.ALL_LAMBDA, HOLD))
                .hasMessage("plan: begins with 0 % (expected: a first share above 0 %)");
    }

    @Test
    void aPlanHasAtMostAHundredSteps() {
        assertThat(ShiftPlan.linear(Split.ofPercent(1), HOLD).rising()).hasSize(100);
        assertThatThrownBy(() -> ShiftPlan.linear(new Split(50), HOLD))
                .hasMessage("plan: 200 steps (expected: at most 100)");
    }

    @Test
    void aStepIsNotHeldForLessThanNoTime() {
        assertThatThrownBy(() -> new Step(Split.ofPercent(1), Duration.ofSeconds(-1)))
                .hasMessage("hold: PT-1S (expected: zero or more)");
    }

    @Test
    void aDirectionGivesFromOneTierToTheOther() {
        for (Direction direction : Direction.values()) {
            assertThat(direction.giver()).isEqualTo(direction.receiver().other());
            assertThat(Direction.towards(direction.receiver())).isEqualTo(direction);
        }
        assertThat(Direction.UP.receiver()).isEqualTo(Tier.FARGATE);
    }

    static Stream<ShiftPlan> anyPlans() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        Stream<ShiftPlan> presets = Stream.of(ShiftPlan.standard(), ShiftPlan.canary(new Split(1), HOLD),
                ShiftPlan.linear(Split.ofPercent(7), HOLD), ShiftPlan.exponential(new Split(3), HOLD));
        return Stream.concat(presets, IntStream.range(0, 40).mapToObj(_ -> anyPlan(random)));
    }

    private static ShiftPlan anyPlan(RandomGenerator random) {
        List<Step> steps = new ArrayList<>();
        random.ints(random.nextInt(12), 1, Split.WHOLE)
                .distinct()
                .sorted()
                .forEach(share -> steps.add(new Step(new Split(share), Duration.ofSeconds(random.nextInt(600)))));
        steps.add(new Step(Split.ALL_FARGATE, HOLD));
        return new ShiftPlan(steps);
    }

    private static List<Split> splits(List<Step> steps) {
        return steps.stream().map(Step::split).toList();
    }

    private static List<String> percents(List<Step> steps) {
        return steps.stream().map(step -> step.split().percent(Tier.FARGATE).replace(" %", "")).toList();
    }
}
