package dev.lambdaflex.weights.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.lambdaflex.weights.split.Tier;

class ErrorGateTest {

    private static final GateSettings SETTINGS = GateSettings.defaults();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              3 |    20 | FAIL         | 3 of 20 requests failed, error rate at least 4.4 % > 1 %
             24 |   100 | HARD_FAIL    | 24 of 100 requests failed, error rate at least 16 % > 5 %
              4 |   100 | FAIL         | 4 of 100 requests failed, error rate at least 1.3 % > 1 %
              3 |    60 | FAIL         | 3 of 60 requests failed, error rate at least 1.4 % > 1 %
              3 |   300 | PASS         | 3 of 300 requests failed, 1 % <= 1 %
              2 |   812 | PASS         | 2 of 812 requests failed, 0.25 % <= 1 %
              0 |   268 | PASS         | 0 of 268 requests failed, error bound 0.9996 % <= 1 %
              0 |   267 | INCONCLUSIVE | 267 of 300 requests needed, error bound 1.003 % > 1 %
              0 |   212 | INCONCLUSIVE | 212 of 300 requests needed, error bound 1.3 % > 1 %
              4 |   350 | INCONCLUSIVE | 4 of 350 requests failed, 1.1 % > 1 % but too few to be sure
              2 |     2 | INCONCLUSIVE | 2 of 300 requests needed, error bound 100 % > 1 %
             19 |    19 | INCONCLUSIVE | 19 of 300 requests needed, error bound 100 % > 1 %
              2 |    20 | INCONCLUSIVE | 20 of 300 requests needed, error bound 26 % > 1 %
              0 |     0 | INCONCLUSIVE | no requests on fargate yet, 300 needed
            """)
    void theLimitDecidesWithNumbersThatPeopleCanRead(long errors, long requests, Verdict verdict, String sentence) {
        Evidence evidence = judge(Seen.errors(errors, requests), Seen.NOTHING);
        assertThat(evidence.verdict()).isEqualTo(verdict);
        assertThat(evidence.sentence()).isEqualTo(sentence);
    }

    @Test
    void whatCouldNotBeReadIsAnErrorWhateverTheOtherTierDoes() {
        for (Optional<TierWindow> control : List.of(Seen.UNREADABLE, Seen.NOTHING, Seen.errors(5, 900))) {
            Evidence evidence = judge(Seen.UNREADABLE, control);
            assertThat(evidence.verdict()).isEqualTo(Verdict.ERROR);
            assertThat(evidence.sentence()).isEqualTo("errors of fargate could not be read");
        }
    }

    @Test
    void noDataNeitherPassesNorFailsWhateverTheOtherTierDoes() {
        for (Optional<TierWindow> control : List.of(Seen.UNREADABLE, Seen.NOTHING, Seen.errors(0, 1_000_000),
                Seen.errors(900, 900))) {
            assertThat(judge(Seen.NOTHING, control).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    /** 1.5 % are within a limit of 2 %, but the other tier does far better. */
    @Test
    void aTierWorseThanTheOtherFailsWithinTheLimit() {
        GateSettings lenient = limit(0.02);
        Evidence evidence = ErrorGate.judge(Tier.FARGATE, Seen.errors(15, 1_000), Seen.errors(10, 9_000), lenient);
        assertThat(evidence.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(evidence.sentence()).isEqualTo("15 of 1000 requests failed, 1.5 % against 0.11 % on lambda");
        assertThat(ErrorGate.judge(Tier.FARGATE, Seen.errors(15, 1_000), Seen.errors(130, 9_000), lenient).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aTierIsComparedWithOneThatHasNoErrorsAtAll() {
        assertThat(judge(Seen.errors(3, 400), Seen.errors(0, 40_000)).sentence())
                .isEqualTo("3 of 400 requests failed, 0.75 % against 0 % on lambda");
        assertThat(judge(Seen.errors(3, 400), Seen.errors(0, 40_000)).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void lessThanHalfAPointWorseIsNoFailure() {
        assertThat(FisherExact.p(480, 100_000, 0, 100_000)).isLessThan(0.000001);
        assertThat(judge(Seen.errors(480, 100_000), Seen.errors(0, 100_000)).verdict()).isEqualTo(Verdict.PASS);
    }

    /** p = 0.0001, and still one failed request is no evidence of anything. */
    @Test
    void oneOrTwoFailedRequestsNeverFailAStep() {
        for (long requests = 2; requests <= 400; requests++) {
            assertThat(judge(Seen.errors(1, requests), Seen.errors(0, 10_000)).verdict())
                    .isIn(Verdict.INCONCLUSIVE, Verdict.PASS);
            assertThat(judge(Seen.errors(2, requests), Seen.errors(0, 10_000)).verdict())
                    .isIn(Verdict.INCONCLUSIVE, Verdict.PASS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreadable", "nothing"})
    void withoutTheOtherTierTheLimitAloneDecides(String absent) {
        Optional<TierWindow> control = absent.equals("nothing") ? Seen.NOTHING : Seen.UNREADABLE;
        assertThat(judge(Seen.errors(3, 400), control).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(Seen.errors(40, 400), control).verdict()).isEqualTo(Verdict.HARD_FAIL);
    }

    @Test
    void moreErrorsNeverImproveTheVerdict() {
        RandomGenerator random = seeded(3);
        for (int i = 0; i < 300; i++) {
            GateSettings settings = anySettings(random);
            Optional<TierWindow> control = anyWindow(random);
            long requests = 1 + random.nextLong(1_000);
            Verdict before = Verdict.PASS;
            for (long errors = 0; errors <= Math.min(requests, 60); errors++) {
                Verdict verdict = ErrorGate.judge(Tier.FARGATE, Seen.errors(errors, requests), control, settings)
                        .verdict();
                assertThat(verdict).as("%d of %d, %s, %s", errors, requests, control, settings)
                        .isGreaterThanOrEqualTo(before);
                before = verdict;
            }
        }
    }

    @Test
    void errorsOfTheOtherTierNeverMakeTheVerdictWorse() {
        RandomGenerator random = seeded(4);
        for (int i = 0; i < 300; i++) {
            GateSettings settings = anySettings(random);
            Optional<TierWindow> window = anyWindow(random);
            long requests = 1 + random.nextLong(5_000);
            Verdict before = Verdict.HARD_FAIL;
            for (long errors = 0; errors <= Math.min(requests, 60); errors++) {
                Verdict verdict = ErrorGate.judge(Tier.FARGATE, window, Seen.errors(errors, requests), settings)
                        .verdict();
                assertThat(verdict).isLessThanOrEqualTo(before);
                before = verdict;
            }
        }
    }

    /** Ten times the evidence of the same rate: what was decided stays so. */
    @Test
    void aVerdictHoldsWhenTheSameRateIsSeenAtALargerScale() {
        RandomGenerator random = seeded(5);
        for (int i = 0; i < 3_000; i++) {
            GateSettings settings = anySettings(random);
            long requests = 1 + random.nextLong(2_000);
            long errors = random.nextLong(Math.min(requests, 40) + 1);
            Verdict small = ErrorGate.judge(Tier.LAMBDA, Seen.errors(errors, requests), Seen.NOTHING, settings)
                    .verdict();
            Verdict large = ErrorGate.judge(Tier.LAMBDA, Seen.errors(10 * errors, 10 * requests), Seen.NOTHING,
                    settings).verdict();
            assertThat(large).as("%d of %d, %s", errors, requests, settings)
                    .satisfiesAnyOf(
                            verdict -> assertThat(small).isEqualTo(Verdict.INCONCLUSIVE),
                            verdict -> assertThat(verdict).isEqualTo(Verdict.PASS).isEqualTo(small),
                            verdict -> assertThat(verdict).isGreaterThanOrEqualTo(small)
                                    .isNotEqualTo(Verdict.PASS)
                                    .isGreaterThanOrEqualTo(Verdict.FAIL));
        }
    }

    @Test
    void anyCountsGiveAVerdictAndASentenceThatNamesTheWindow() {
        RandomGenerator random = seeded(6);
        for (int i = 0; i < 3_000; i++) {
            long requests = 1 + random.nextLong(1L << random.nextInt(1, 50));
            Evidence evidence = ErrorGate.judge(Tier.LAMBDA, Seen.errors(random.nextLong(requests + 1), requests),
                    anyWindow(random), anySettings(random));
            assertThat(evidence.verdict()).isNotEqualTo(Verdict.ERROR);
            assertThat(evidence.sentence()).contains(requests + "").doesNotContain("E-", "NaN", "Infinity");
            assertThat(evidence.sentence().length()).isLessThan(110);
            assertThat(evidence).isEqualTo(new Evidence("errors", Tier.LAMBDA, evidence.verdict(),
                    evidence.sentence(), requests, Optional.of(new Evidence.Window(Seen.FROM, Seen.TO)), "edge"));
        }
    }

    @Test
    void anEmptyStretchOfTimeIsNoWindow() {
        TierWindow late = TierWindow.empty(Seen.TO, Seen.FROM, "metrics");
        assertThat(judge(Optional.of(late), Seen.NOTHING).window()).isEmpty();
    }

    private static Evidence judge(Optional<TierWindow> window, Optional<TierWindow> control) {
        return ErrorGate.judge(Tier.FARGATE, window, control, SETTINGS);
    }

    private static GateSettings limit(double errorLimit) {
        return new GateSettings(errorLimit, 300, Duration.ofSeconds(1), 1.5, 100, 3);
    }

    private static GateSettings anySettings(RandomGenerator random) {
        double limit = Math.pow(10, -random.nextDouble(0.5, 4));
        return new GateSettings(limit, 1 + random.nextInt(1_000), Duration.ofSeconds(1), 1.5, 100, 3);
    }

    private static Optional<TierWindow> anyWindow(RandomGenerator random) {
        long requests = random.nextLong(20_000);
        long errors = random.nextLong(Math.min(requests, 50) + 1);
        return random.nextInt(5) == 0 ? Seen.UNREADABLE : Seen.errors(errors, requests);
    }

    private static RandomGenerator seeded(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
