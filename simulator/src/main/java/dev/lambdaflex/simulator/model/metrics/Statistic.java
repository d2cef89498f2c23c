package dev.lambdaflex.simulator.model.metrics;

/** What is asked of the values of a period. */
public sealed interface Statistic {

    /** One of the plain statistics. */
    enum Plain implements Statistic {
        SUM, SAMPLE_COUNT, AVERAGE, MINIMUM, MAXIMUM
    }

    /** {@code p99}: the value that 99 percent of the values do not exceed. */
    record Percentile(double percent) implements Statistic {
        public Percentile {
            if (!(percent >= 0 && percent <= 100)) {
                throw new IllegalArgumentException("percent: %s (expected: 0 to 100)".formatted(percent));
            }
        }
    }
}
