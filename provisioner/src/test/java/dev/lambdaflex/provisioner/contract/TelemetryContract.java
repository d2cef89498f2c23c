package dev.lambdaflex.provisioner.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.split.Tier;

/**
 * What all telemetry promises.
 *
 * <pre>
 *   |----|----|----|----|----|----|----|----|----|----|- - - - -|
 *   10 periods ago                            readable   lag    now
 * </pre>
 */
public abstract class TelemetryContract {

    private static final Duration LATENCY = Duration.ofMillis(80);

    private @Nullable TelemetryBench opened;

    protected abstract TelemetryBench open();

    @BeforeEach
    void openTelemetry() {
        opened = open();
    }

    @AfterEach
    void closeTelemetry() {
        bench().close();
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void silenceIsNoRequestsNoErrorsAndNoLatency(Tier tier) {
        TierWindow window = window(tier, begin(10), bench().now());
        assertThat(window.requests()).isZero();
        assertThat(window.errors()).isZero();
        assertThat(window.p99()).isEmpty();
        assertThat(window.length()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void requestsAndErrorsOfAllPeriodsAreAdded(Tier tier) {
        bench().served(tier, begin(9), 100, 0, LATENCY);
        bench().served(tier, begin(8), 200, 5, LATENCY);
        bench().served(tier, begin(6), 300, 0, LATENCY);
        TierWindow window = window(tier, begin(10), bench().now());
        assertThat(window.requests()).isEqualTo(600);
        assertThat(window.errors()).isEqualTo(5);
        assertThat(window.source()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void latencyIsADurationWhateverTheMetricsUnitIs(Tier tier) {
        bench().served(tier, begin(8), 100, 0, LATENCY);
        Assertions.assertThat(window(tier, begin(10), bench().now()).p99())
                .hasValueSatisfying(p99 -> assertThat(p99).isBetween(LATENCY.multipliedBy(9).dividedBy(10),
                        LATENCY.multipliedBy(11).dividedBy(10)));
    }

    @Test
    void whatOneTierServedTheOtherDidNot() {
        bench().served(Tier.LAMBDA, begin(8), 100, 1, LATENCY);
        assertThat(window(Tier.FARGATE, begin(10), bench().now()).requests()).isZero();
    }

    @Test
    void aWindowBeginsNoEarlierThanAskedAndHoldsOnlyWholePeriods() {
        bench().served(Tier.LAMBDA, begin(10), 100, 0, LATENCY);
        bench().served(Tier.LAMBDA, begin(9), 10, 0, LATENCY);
        TierWindow window = window(Tier.LAMBDA, begin(10).plusMillis(1), bench().now());
        assertThat(window.from()).isEqualTo(begin(9));
        assertThat(window.requests()).isEqualTo(10);
    }

    @Test
    void aWindowEndsWhereTheDataIsComplete() {
        TierWindow window = window(Tier.LAMBDA, begin(10), bench().now());
        assertThat(window.to()).isBeforeOrEqualTo(bench().now().minus(bench().lag()));
        assertThat(Duration.between(window.to(), bench().now()))
                .isLessThan(bench().lag().plus(bench().period()));
    }

    @Test
    void aWindowThatEndsEarlierEndsThere() {
        bench().served(Tier.LAMBDA, begin(9), 100, 0, LATENCY);
        bench().served(Tier.LAMBDA, begin(7), 10, 0, LATENCY);
        TierWindow window = window(Tier.LAMBDA, begin(10), begin(8));
        assertThat(window.to()).isEqualTo(begin(8));
        assertThat(window.requests()).isEqualTo(100);
    }

    @Test
    void aWindowThatIsTooYoungIsEmpty() {
        TierWindow window = window(Tier.LAMBDA, bench().now(), bench().now());
        assertThat(window.length()).isZero();
        assertThat(window.requests()).isZero();
    }

    @Test
    void severalWindowsAtOnceDoNotMixUp() {
        bench().served(Tier.LAMBDA, begin(9), 100, 0, LATENCY);
        bench().served(Tier.FARGATE, begin(6), 10, 1, LATENCY);
        assertThat(window(Tier.LAMBDA, begin(7), bench().now()).requests()).isZero();
        assertThat(window(Tier.FARGATE, begin(7), bench().now()).requests()).isEqualTo(10);
        assertThat(window(Tier.LAMBDA, begin(10), bench().now()).requests()).isEqualTo(100);
        assertThat(window(Tier.FARGATE, begin(10), bench().now()).errors()).isEqualTo(1);
    }

    private TierWindow window(Tier tier, Instant from, Instant to) {
        return bench().telemetry().window(tier, from, to);
    }

    /** The begin of the period so many periods before the present one. */
    private Instant begin(int periodsAgo) {
        long period = bench().period().toMillis();
        long present = Math.floorDiv(bench().now().toEpochMilli(), period);
        return Instant.ofEpochMilli((present - periodsAgo) * period);
    }

    private TelemetryBench bench() {
        return Optional.ofNullable(opened).orElseThrow();
    }
}
