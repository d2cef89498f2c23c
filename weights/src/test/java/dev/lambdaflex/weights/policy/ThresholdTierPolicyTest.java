package dev.lambdaflex.weights.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.lambdaflex.weights.split.Tier;

/** The defaults: up above 10, or a rush above 20; down below 5 after 30 minutes. */
class ThresholdTierPolicyTest {

    private static final ThresholdTierPolicy POLICY = ThresholdTierPolicy.defaults();
    private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATE = SINCE.plus(Duration.ofDays(1));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LAMBDA  |  0   |  0   | LAMBDA  | 0.0 requests/s, Fargate from 10.0
            LAMBDA  | 10   | 20   | LAMBDA  | 10.0 requests/s, Fargate from 10.0
            LAMBDA  | 10.1 |  0   | FARGATE | 10.1 requests/s over 10 min, above 10.0
            LAMBDA  |  1   | 20.1 | FARGATE | a rush of 20.1 requests/s over 1 min, above 20.0
            FARGATE | 50   | 50   | FARGATE | 50.0 requests/s, Lambda below 5.0
            FARGATE |  5   |  0   | FARGATE | 5.0 requests/s, Lambda below 5.0
            FARGATE |  1   |  5   | FARGATE | 5.0 requests/s, Lambda below 5.0
            FARGATE |  4.9 |  4   | LAMBDA  | 4.9 requests/s, below 5.0
            """)
    void thresholdsDecideAndTheReasonHasTheNumbers(Tier present, double stable, double panic, Tier wished,
            String reason) {
        assertThat(POLICY.wish(present, SINCE, new Demand(stable, panic), LATE)).isEqualTo(new Wish(wished, reason));
    }

    @Test
    void fargateIsKeptUntilItHasDwelt() {
        Instant dwelt = SINCE.plus(Duration.ofMinutes(30));
        assertThat(POLICY.wish(Tier.FARGATE, SINCE, Demand.NONE, dwelt.minusSeconds(65))).isEqualTo(
                new Wish(Tier.FARGATE, "0.0 requests/s are few, but Fargate stays for 1 min 5 s more"));
        assertThat(POLICY.wish(Tier.FARGATE, SINCE, Demand.NONE, dwelt).tier()).isEqualTo(Tier.LAMBDA);
    }

    @Test
    void theWayUpNeverWaits() {
        assertThat(POLICY.wish(Tier.LAMBDA, SINCE, new Demand(11, 11), SINCE).tier()).isEqualTo(Tier.FARGATE);
    }

    /** What would make a flapping service: a load that is a reason to go and, once there, a reason to come back. */
    @ParameterizedTest
    @EnumSource(Tier.class)
    void noLoadBetweenTheThresholdsEverChangesTheWish(Tier present) {
        RandomGenerator random = seeded(1);
        for (int i = 0; i < 20_000; i++) {
            Demand between = new Demand(random.nextDouble(5, 10), random.nextDouble(0, 20));
            Instant now = SINCE.plusSeconds(random.nextLong(1_000_000));
            assertThat(POLICY.wish(present, SINCE, between, now).tier()).isEqualTo(present);
        }
    }

    @Test
    void noLoadIsAReasonToGoAndToComeBack() {
        RandomGenerator random = seeded(2);
        for (int i = 0; i < 20_000; i++) {
            Demand demand = anyDemand(random);
            Tier fromLambda = POLICY.wish(Tier.LAMBDA, SINCE, demand, LATE).tier();
            Tier fromFargate = POLICY.wish(Tier.FARGATE, SINCE, demand, LATE).tier();
            assertThat(fromLambda == Tier.FARGATE && fromFargate == Tier.LAMBDA).as("%s", demand).isFalse();
        }
    }

    @Test
    void aRushOnlySendsUp() {
        RandomGenerator random = seeded(3);
        for (int i = 0; i < 20_000; i++) {
            Demand demand = anyDemand(random);
            Demand rush = new Demand(demand.stable(), demand.panic() + random.nextDouble(100));
            for (Tier present : Tier.values()) {
                boolean without = POLICY.wish(present, SINCE, demand, LATE).tier() == Tier.FARGATE;
                boolean with = POLICY.wish(present, SINCE, rush, LATE).tier() == Tier.FARGATE;
                assertThat(with || !without).as("%s on %s", rush, present).isTrue();
            }
        }
    }

    @Test
    void theDefaultsAreThoseOfTheDocumentation() {
        assertThat(POLICY).isEqualTo(new ThresholdTierPolicy(10, 5, 2, Duration.ofMinutes(10), Duration.ofMinutes(1),
                Duration.ofMinutes(30)));
    }

    @Test
    void aShortenedPolicyKeepsItsThresholdsAndDividesItsTimes() {
        assertThat(POLICY.shortened(60)).isEqualTo(new ThresholdTierPolicy(10, 5, 2, Duration.ofSeconds(10),
                Duration.ofSeconds(1), Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0   | 5  | 2   | PT10M | PT1M | PT30M  | upAbove: 0.0 (expected: above 0)
            NaN | 5  | 2   | PT10M | PT1M | PT30M  | upAbove: NaN (expected: above 0)
            10  | 0  | 2   | PT10M | PT1M | PT30M  | downBelow: 0.0 (expected: above 0 and below upAbove)
            10  | 10 | 2   | PT10M | PT1M | PT30M  | downBelow: 10.0 (expected: above 0 and below upAbove)
            10  | 5  | 0.9 | PT10M | PT1M | PT30M  | panicFactor: 0.9 (expected: 1 or more)
            10  | 5  | 2   | PT59S | PT1M | PT30M  | stableWindow: PT59S (expected: no shorter than panicWindow)
            10  | 5  | 2   | PT10M | PT0S | PT30M  | panicWindow: PT0S (expected: above 0)
            10  | 5  | 2   | PT10M | PT1M | PT-1S  | dwell: PT-1S (expected: 0 or more)
            """)
    void eachSettingIsRefusedByNameWithWhatIsExpected(double upAbove, double downBelow, double panicFactor,
            Duration stableWindow, Duration panicWindow, Duration dwell, String message) {
        assertThatThrownBy(() -> new ThresholdTierPolicy(upAbove, downBelow, panicFactor, stableWindow, panicWindow,
                dwell)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void demandIsNoLessThanNothing() {
        assertThat(new Demand(3, 7).peak()).isEqualTo(7);
        assertThat(new Demand(7, 3).peak()).isEqualTo(7);
        assertThatThrownBy(() -> new Demand(-1, 0)).hasMessage("stable: -1.0, panic: 0.0 (expected: 0 or more)");
        assertThatThrownBy(() -> new Demand(0, Double.NaN)).hasMessage("stable: 0.0, panic: NaN (expected: 0 or more)");
    }

    private static Demand anyDemand(RandomGenerator random) {
        return new Demand(random.nextDouble(30), random.nextDouble(60));
    }

    private static RandomGenerator seeded(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
