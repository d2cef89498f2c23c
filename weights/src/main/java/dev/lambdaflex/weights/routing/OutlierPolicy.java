package dev.lambdaflex.weights.routing;

/**
 * When a tier is left alone, and for how long: {@code base * 2^(n-1)}, at most {@code max}, for the n-th time in a row.
 *
 * @param failures       failures in a row that eject a tier
 * @param baseMillis     length of the first ejection
 * @param maxMillis      length of the longest ejection
 * @param forgetMillis   after serving so long the next ejection counts as the first again
 * @param trialMillis    how long one trial request may be under way before another is let through
 */
public record OutlierPolicy(int failures, long baseMillis, long maxMillis, long forgetMillis, long trialMillis) {

    /** Five in a row, as other proxies count; 2 s, for a load balancer replaces a dead target within seconds. */
    public static final OutlierPolicy DEFAULT = new OutlierPolicy(5, 2_000, 60_000, 120_000, 30_000);

    public OutlierPolicy {
        requirePositive("failures", failures);
        requirePositive("baseMillis", baseMillis);
        requirePositive("forgetMillis", forgetMillis);
        requirePositive("trialMillis", trialMillis);
        if (maxMillis < baseMillis) {
            throw new IllegalArgumentException(
                    "maxMillis: %d (expected: at least baseMillis, %d)".formatted(maxMillis, baseMillis));
        }
    }

    /** How long the {@code ejection}-th ejection in a row lasts; the first is 1. */
    public long ejectionMillis(int ejection) {
        long millis = baseMillis;
        for (int doubled = 1; doubled < ejection && millis < maxMillis; doubled++) {
            millis = Math.min(maxMillis, millis * 2);
        }
        return millis;
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("%s: %d (expected: above 0)".formatted(name, value));
        }
    }
}
