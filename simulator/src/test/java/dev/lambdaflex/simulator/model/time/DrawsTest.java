package dev.lambdaflex.simulator.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawsTest {

    private static final int DRAWS = 20_000;

    @ParameterizedTest
    @CsvSource({"0.3", "5", "19", "21", "400"})
    void poissonHasItsMeanAndVariance(double mean) {
        RandomGenerator random = new Streams(1).of("poisson " + mean);
        Moments moments = Moments.of(random, r -> Draws.poisson(mean, r));
        assertThat(moments.mean()).isCloseTo(mean, within(5 * Math.sqrt(mean / DRAWS)));
        assertThat(moments.variance()).isCloseTo(mean, within(0.08 * mean + 0.02));
    }

    @ParameterizedTest
    @CsvSource({"10,0.3", "1000,0.01", "1000,0.5", "1000,0.99", "5000,0.25", "33,0.5"})
    void binomialHasItsMeanAndVariance(long trials, double probability) {
        RandomGenerator random = new Streams(2).of("binomial");
        Moments moments = Moments.of(random, r -> Draws.binomial(trials, probability, r));
        double variance = trials * probability * (1 - probability);
        assertThat(moments.mean()).isCloseTo(trials * probability, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(moments.variance()).isCloseTo(variance, within(0.08 * variance + 0.02));
    }

    @Test
    void binomialKeepsItsBounds() {
        RandomGenerator random = new Streams(3).of("bounds");
        assertThat(Draws.binomial(100, 0, random)).isZero();
        assertThat(Draws.binomial(100, 1, random)).isEqualTo(100);
        assertThat(Draws.binomial(0, 0.5, random)).isZero();
    }

    @Test
    void aStreamIsItsSubjectsAlone() {
        Streams streams = new Streams(4);
        long first = streams.of("a").nextLong();
        assertThat(streams.of("b").nextLong()).isNotEqualTo(first);
        assertThat(streams.of("a").nextLong()).isEqualTo(first);
        assertThat(new Streams(5).of("a").nextLong()).isNotEqualTo(first);
    }

    private record Moments(double mean, double variance) {

        static Moments of(RandomGenerator random, ToDoubleFunction<RandomGenerator> draw) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < DRAWS; i++) {
                double value = draw.applyAsDouble(random);
                sum += value;
                squares += value * value;
            }
            double mean = sum / DRAWS;
            return new Moments(mean, squares / DRAWS - mean * mean);
        }
    }
}
