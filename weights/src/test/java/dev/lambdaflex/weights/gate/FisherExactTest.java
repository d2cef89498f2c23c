package dev.lambdaflex.weights.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherExactTest {

    /** The first is the lady tasting tea: 3 of 4 right is 17 of 70. The last deals 3 of 3 errors to 1 of 4: (1/4)³ nearly. */
    @ParameterizedTest
    @CsvSource({"3, 4, 1, 4, 0.242857", "4, 4, 0, 4, 0.014286", "3, 10, 0, 10, 0.105263", "0, 100, 5, 100, 1",
            "3, 300, 0, 900, 0.015508"})
    void theValueIsThatOfTheHypergeometricTail(long k, long n, long j, long m, double p) {
        assertThat(FisherExact.p(k, n, j, m)).isCloseTo(p, within(0.000001));
    }

    @Test
    void aSideWithoutRequestsShowsNoDifference() {
        assertThat(FisherExact.p(0, 0, 5, 100)).isEqualTo(1);
        assertThat(FisherExact.p(5, 100, 0, 0)).isEqualTo(1);
    }

    @Test
    void errorsHereLowerItAndErrorsThereRaiseIt() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        for (int i = 0; i < 2_000; i++) {
            long n = 1 + random.nextLong(2_000);
            long m = 1 + random.nextLong(2_000);
            long k = random.nextLong(n);
            long j = random.nextLong(m);
            double p = FisherExact.p(k, n, j, m);
            assertThat(p).isBetween(0.0, 1.0 + 1e-9);
            assertThat(FisherExact.p(k + 1, n, j, m)).isLessThanOrEqualTo(p + 1e-12);
            assertThat(FisherExact.p(k, n, j + 1, m)).isGreaterThanOrEqualTo(p - 1e-12);
        }
    }

    /** More than an int holds, on both sides. Scaling may hide a difference and never makes one. */
    @Test
    void countsOfAnySizeAreComparedAndScaledInFavourOfNoDifference() {
        assertThat(FisherExact.p(60_000_000, 5_000_000_000L, 50_000_000, 5_000_000_000L)).isLessThan(0.0001);
        assertThat(FisherExact.p(50_000_001, 5_000_000_000L, 50_000_000, 5_000_000_000L)).isGreaterThan(0.4);
        assertThat(FisherExact.p(1, 5_000_000_000L, 0, 5_000_000_000L)).isEqualTo(1);
        assertThat(FisherExact.p(2_400, 200_000, 2_000, 200_000))
                .isGreaterThan(FisherExact.p(1_200, 100_000, 999, 100_000));
    }
}
