package dev.lambdaflex.weights.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    /** Figures of the same formula computed elsewhere. */
    @ParameterizedTest
    @CsvSource({"0, 300, 0.00000, 0.00894", "3, 100, 0.00857, 0.07272", "10, 100, 0.04953, 0.16036",
            "50, 100, 0.38672, 0.58116", "100, 100, 0.94867, 1.00000"})
    void boundsAreThoseOfTheFormula(long k, long n, double lower99, double upper95) {
        assertThat(Wilson.lower(k, n, Wilson.Z_99)).isCloseTo(lower99, within(0.00001));
        assertThat(Wilson.upper(k, n, Wilson.Z_95)).isCloseTo(upper95, within(0.00001));
    }

    @Test
    void withoutSamplesAnythingIsPossible() {
        assertThat(Wilson.lower(0, 0, Wilson.Z_99)).isZero();
        assertThat(Wilson.upper(0, 0, Wilson.Z_95)).isEqualTo(1);
    }

    @Test
    void noneFailingOf268IsWithinOnePercentAndOf267IsNot() {
        assertThat(Wilson.upper(0, 268, Wilson.Z_95)).isLessThanOrEqualTo(0.01);
        assertThat(Wilson.upper(0, 267, Wilson.Z_95)).isGreaterThan(0.01);
    }

    @Test
    void boundsEncloseTheRateRiseWithTheErrorsAndCloseInWithTheSamples() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int i = 0; i < 20_000; i++) {
            long n = 1 + random.nextLong(1L << random.nextInt(1, 40));
            long k = random.nextLong(n);
            double rate = (double) k / n;
            double lower = Wilson.lower(k, n, Wilson.Z_99);
            double upper = Wilson.upper(k, n, Wilson.Z_95);
            assertThat(lower).isBetween(0.0, rate);
            assertThat(upper).isBetween(rate, 1.0);
            assertThat(Wilson.lower(k + 1, n, Wilson.Z_99)).isGreaterThanOrEqualTo(lower);
            assertThat(Wilson.upper(k + 1, n, Wilson.Z_95)).isGreaterThanOrEqualTo(upper);
            assertThat(Wilson.lower(k * 10, n * 10, Wilson.Z_99)).isGreaterThanOrEqualTo(lower);
            assertThat(Wilson.upper(k * 10, n * 10, Wilson.Z_95)).isLessThanOrEqualTo(upper);
        }
    }
}
