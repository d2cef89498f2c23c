package dev.lambdaflex.weights.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.lambdaflex.weights.split.Tier;

class GatesTest {

    private static final Capacity PLENTY = new Capacity(200, 20, "2 healthy tasks of 100 requests/s");

    @Test
    void everyGateIsAskedAndAGoodStepPasses() {
        GateReport report = report(0, Seen.errors(1, 900), PLENTY);
        assertThat(report.evidence()).extracting(Evidence::gate)
                .containsExactly("health", "errors", "latency", "capacity");
        assertThat(report.evidence()).allMatch(evidence -> evidence.tier() == Tier.FARGATE);
        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.sentence())
                .isEqualTo("1 of 900 requests failed, 0.11 % <= 1 %, p99 20 ms <= 1000 ms");
    }

    @Test
    void theWorstGateSpeaksForTheStep() {
        assertThat(report(1, Seen.errors(1, 900), PLENTY).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report(0, Seen.UNREADABLE, PLENTY).verdict()).isEqualTo(Verdict.ERROR);
        assertThat(report(0, Seen.errors(30, 900), PLENTY).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report(3, Seen.errors(1, 900), PLENTY).verdict()).isEqualTo(Verdict.HARD_FAIL);
        assertThat(report(0, Seen.errors(1, 900), new Capacity(0, 20, "no healthy task")).verdict())
                .isEqualTo(Verdict.HARD_FAIL);
    }

    @Test
    void aBrokenTierIsBrokenAlsoWhenTheMetricsCannotBeRead() {
        assertThat(report(3, Seen.UNREADABLE, PLENTY).verdict()).isEqualTo(Verdict.HARD_FAIL);
    }

    @ParameterizedTest
    @CsvSource({"0, PASS, fargate answers its health probe, 1",
            "1, INCONCLUSIVE, fargate failed 1 of 3 health probes in a row, 1",
            "2, INCONCLUSIVE, fargate failed 2 of 3 health probes in a row, 2",
            "3, HARD_FAIL, fargate failed 3 health probes in a row, 3",
            "7, HARD_FAIL, fargate failed 7 health probes in a row, 7"})
    void oneFailedProbeIsAWarningAndThreeAreAnOutage(int failed, Verdict verdict, String sentence, long samples) {
        Evidence evidence = HealthGate.judge(Tier.FARGATE, failed, GateSettings.defaults());
        assertThat(evidence.verdict()).isEqualTo(verdict);
        assertThat(evidence.sentence()).isEqualTo(sentence);
        assertThat(evidence.samples()).isEqualTo(samples);
    }

    @ParameterizedTest
    @CsvSource({"200, 200, PASS", "200, 0, PASS", "200, 200.1, INCONCLUSIVE", "0, 10, HARD_FAIL", "0, 0, HARD_FAIL"})
    void aTierMustCarryItsShareBeforeItGetsIt(double ready, double needed, Verdict verdict) {
        assertThat(CapacityGate.judge(Tier.FARGATE, Optional.of(new Capacity(ready, needed, "tasks"))).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aTierThatCannotBeLookedAtIsNeitherGoodNorBroken() {
        Evidence evidence = CapacityGate.judge(Tier.LAMBDA, Optional.empty());
        assertThat(evidence.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(evidence.sentence()).isEqualTo("capacity of lambda could not be read");
    }

    @Test
    void capacitiesAndWindowsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Capacity(Double.NaN, 1, ""))
                .hasMessage("ready: NaN, needed: 1.0 (expected: 0 or more)");
        assertThatThrownBy(() -> new Capacity(1, -1, ""))
                .hasMessage("ready: 1.0, needed: -1.0 (expected: 0 or more)");
        assertThatThrownBy(() -> new TierWindow(Seen.FROM, Seen.TO, 3, 4, Optional.empty(), "edge"))
                .hasMessage("requests: 3, errors: 4 (expected: 0 <= errors <= requests)");
        assertThatThrownBy(() -> Seen.p99(-1, 5)).hasMessage("p99: PT-0.001S (expected: 0 or more)");
    }

    @Test
    void aWindowKnowsItsRates() {
        TierWindow window = Seen.errors(3, 600).orElseThrow();
        assertThat(window.length()).isEqualTo(Duration.ofMinutes(5));
        assertThat(window.rate()).isEqualTo(2);
        assertThat(window.errorRate()).isEqualTo(0.005);
        TierWindow late = TierWindow.empty(Seen.TO, Seen.FROM, "edge");
        assertThat(late.length()).isZero();
        assertThat(late.rate()).isZero();
        assertThat(late.errorRate()).isZero();
    }

    private static GateReport report(int failedProbes, Optional<TierWindow> window, Capacity capacity) {
        return new Gates(GateSettings.defaults())
                .report(new Gates.Sight(Tier.FARGATE, failedProbes, window, Seen.errors(50, 9_000),
                        Optional.of(capacity)));
    }
}
