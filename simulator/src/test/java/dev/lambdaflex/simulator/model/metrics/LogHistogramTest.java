package dev.lambdaflex.simulator.model.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.lambdaflex.simulator.model.time.Streams;

class LogHistogramTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 50, 90, 99, 99.9, 100})
    void percentilesAreThoseOfTheSortedValuesToOnePercent(double percent) {
        RandomGenerator random = new Streams(1).of("latencies");
        double[] values = random.doubles(10_000).map(draw -> 0.001 * Math.exp(8 * draw)).toArray();
        LogHistogram whole = new LogHistogram();
        LogHistogram[] parts = {new LogHistogram(), new LogHistogram(), new LogHistogram()};
        for (int i = 0; i < values.length; i++) {
            whole.record(values[i], 1);
            parts[i % parts.length].record(values[i], 1);
        }
        Arrays.sort(values);
        double exact = values[(int) Math.ceil(values.length * percent / 100) - 1];
        assertThat(whole.percentile(percent)).isCloseTo(exact, withinPercentage(1));
        LogHistogram merged = new LogHistogram();
        Arrays.stream(parts).forEach(merged::add);
        assertThat(merged.percentile(percent)).isEqualTo(whole.percentile(percent));
    }

    @Test
    void zeroIsZeroAndNothingIsZeroToo() {
        LogHistogram histogram = new LogHistogram();
        assertThat(histogram.percentile(99)).isZero();
        histogram.record(0, 9);
        histogram.record(5, 1);
        assertThat(histogram.percentile(90)).isZero();
        assertThat(histogram.percentile(99)).isCloseTo(5, withinPercentage(1));
    }

    @Test
    void countsWeigh() {
        LogHistogram histogram = new LogHistogram();
        histogram.record(10, 98);
        histogram.record(1000, 2);
        assertThat(histogram.percentile(98)).isCloseTo(10, withinPercentage(1));
        assertThat(histogram.percentile(99)).isCloseTo(1000, withinPercentage(1));
    }
}
