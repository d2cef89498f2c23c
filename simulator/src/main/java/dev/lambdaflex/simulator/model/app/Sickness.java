package dev.lambdaflex.simulator.model.app;

import java.util.EnumMap;
import java.util.Map;

import dev.lambdaflex.weights.split.Tier;

/**
 * What is wrong with the workload on each tier. A sick tier answers 500 to everything, its health path included; an error rate
 * spoils that share of the requests and leaves the health path alone. Safe from any thread.
 */
public final class Sickness {

    private final Map<Tier, Double> rates = new EnumMap<>(Tier.class);
    private final Map<Tier, Boolean> sick = new EnumMap<>(Tier.class);

    Sickness() {}

    public synchronized void sick(Tier tier, boolean whether) {
        sick.put(tier, whether);
    }

    public synchronized boolean isSick(Tier tier) {
        return sick.getOrDefault(tier, false);
    }

    /** Spoils {@code rate} of the tier's requests, 0 to 1. */
    public synchronized void errorRate(Tier tier, double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate: %s (expected: 0 to 1)".formatted(rate));
        }
        rates.put(tier, rate);
    }

    /** The share of requests that the tier answers with 500: 1 while it is sick. */
    public synchronized double errorRate(Tier tier) {
        return isSick(tier) ? 1 : rates.getOrDefault(tier, 0.0);
    }
}
