package dev.lambdaflex.simulator.model.metrics;

/** What is known of many values that were put together before they were published. */
public record StatisticSet(long samples, double sum, double least, double most) {

    public StatisticSet {
        if (samples < 1 || least > most) {
            throw new IllegalArgumentException("samples: %d, least: %s, most: %s (expected: 1 or more, in order)"
                    .formatted(samples, least, most));
        }
    }
}
