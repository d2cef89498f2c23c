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

import dev.lambdaflex.weights.split.Tier;

class LatencyGateTest {

    private static final GateSettings SETTINGS = GateSettings.defaults();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             120 | 5000 | PASS         | p99 120 ms <= 1000 ms
            1000 |  100 | PASS         | p99 1000 ms <= 1000 ms
            1001 |  100 | FAIL         | p99 1001 ms > 1000 ms
            1001 |   99 | INCONCLUSIVE | p99 1001 ms > 1000 ms, but 99 of 100 samples
             120 |   42 | PASS         | p99 120 ms <= 1000 ms (42 of 100 samples)
            """)
    void theLimitDecidesOnceThereAreEnoughSamples(long p99, long requests, Verdict verdict, String sentence) {
        Evidence evidence = judge(Seen.p99(p99, requests), Seen.NOTHING);
        assertThat(evidence.verdict()).isEqualTo(verdict);
        assertThat(evidence.sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            301 | 100 | 200 | 100 | FAIL
            300 | 100 | 200 | 100 | PASS
            301 |  99 | 200 | 100 | PASS
            301 | 100 | 200 |  99 | PASS
              2 | 100 |   1 | 100 | PASS
             60 | 100 |  11 | 100 | PASS
             61 | 100 |  11 | 100 | FAIL
            """)
    void fargateMustNotBeFarSlowerThanLambda(long p99, long requests, long control, long controlRequests,
            Verdict verdict) {
        assertThat(judge(Seen.p99(p99, requests), Seen.p99(control, controlRequests)).verdict()).isEqualTo(verdict);
    }

    @Test
    void theComparisonIsReadInNumbers() {
        assertThat(judge(Seen.p99(420, 900), Seen.p99(200, 8_000)).sentence())
                .isEqualTo("p99 420 ms > 1.5 x 200 ms on lambda");
    }

    /** A cold start of 800 ms belongs to Lambda; what it may take, the limit says. */
    @Test
    void lambdaIsHeldToTheLimitAlone() {
        assertThat(LatencyGate.judge(Tier.LAMBDA, Seen.p99(800, 500), Seen.p99(20, 50_000), SETTINGS).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(LatencyGate.judge(Tier.LAMBDA, Seen.p99(1_200, 500), Seen.p99(20, 50_000), SETTINGS).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void withoutTheOtherTierTheLimitAloneDecides() {
        assertThat(judge(Seen.p99(900, 500), Seen.UNREADABLE).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(Seen.p99(900, 500), Seen.NOTHING).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatCouldNotBeReadIsAnError() {
        Evidence evidence = judge(Seen.UNREADABLE, Seen.p99(20, 500));
        assertThat(evidence.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(evidence.sentence()).isEqualTo("latency of fargate could not be read");
    }

    @Test
    void noDataNeitherPassesNorFails() {
        TierWindow countedOnly = new TierWindow(Seen.FROM, Seen.TO, 500, 0, Optional.empty(), "edge");
        for (Optional<TierWindow> window : List.of(Seen.NOTHING, Optional.of(countedOnly))) {
            Evidence evidence = judge(window, Seen.p99(20, 500));
            assertThat(evidence.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(evidence.sentence()).isEqualTo("no latency of fargate measured yet");
        }
    }

    @Test
    void latenciesThatDifferAreNotWrittenAlike() {
        Optional<TierWindow> window = Optional.of(new TierWindow(Seen.FROM, Seen.TO, 500, 0,
                Optional.of(Duration.ofSeconds(1).plusNanos(1)), "edge"));
        assertThat(judge(window, Seen.NOTHING).sentence()).isEqualTo("p99 1000.1 ms > 1000 ms");
    }

    @Test
    void moreLatencyNeverImprovesTheVerdict() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        for (int i = 0; i < 500; i++) {
            Tier tier = random.nextBoolean() ? Tier.FARGATE : Tier.LAMBDA;
            Optional<TierWindow> control = Seen.p99(random.nextLong(1_500), random.nextLong(250));
            long requests = 1 + random.nextLong(250);
            Verdict before = Verdict.PASS;
            for (long p99 = 0; p99 < 2_000; p99 += 20) {
                Verdict verdict = LatencyGate.judge(tier, Seen.p99(p99, requests), control, SETTINGS).verdict();
                assertThat(verdict).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Verdict.FAIL);
                before = verdict;
            }
        }
    }

    private static Evidence judge(Optional<TierWindow> window, Optional<TierWindow> control) {
        return LatencyGate.judge(Tier.FARGATE, window, control, SETTINGS);
    }
}
