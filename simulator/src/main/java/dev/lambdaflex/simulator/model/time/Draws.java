package dev.lambdaflex.simulator.model.time;

import java.util.random.RandomGenerator;

/**
 * Counts drawn at once instead of one request at a time. Small cases are drawn exactly; large ones by the normal
 * approximation, whose error is far below the width of the distribution from a variance of 9 on.
 */
public final class Draws {

    private static final int EXACT_TRIALS = 32;
    private static final double EXACT_MEAN = 20;

    private Draws() {}

    /** How many events happen when {@code mean} are expected. */
    public static long poisson(double mean, RandomGenerator random) {
        if (mean <= 0) {
            return 0;
        }
        if (mean > EXACT_MEAN) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        long count = 0;
        for (double waited = random.nextExponential(); waited < mean; waited += random.nextExponential()) {
            count++;
        }
        return count;
    }

    /** How many of {@code trials} succeed when each does with {@code probability}. */
    public static long binomial(long trials, double probability, RandomGenerator random) {
        if (trials <= 0 || probability <= 0) {
            return 0;
        }
        if (probability >= 1) {
            return trials;
        }
        if (probability > 0.5) {
            return trials - binomial(trials, 1 - probability, random);
        }
        if (trials <= EXACT_TRIALS) {
            return successes(trials, probability, random);
        }
        double mean = trials * probability;
        if (mean <= EXACT_MEAN) {
            return byGaps(trials, probability, random);
        }
        double deviation = Math.sqrt(mean * (1 - probability));
        return Math.clamp(Math.round(mean + deviation * random.nextGaussian()), 0, trials);
    }

    private static long successes(long trials, double probability, RandomGenerator random) {
        long count = 0;
        for (long i = 0; i < trials; i++) {
            if (random.nextDouble() < probability) {
                count++;
            }
        }
        return count;
    }

    /** Draws the gaps between successes, which are geometric: as many draws as successes. */
    private static long byGaps(long trials, double probability, RandomGenerator random) {
        double scale = Math.log1p(-probability);
        long count = 0;
        for (double at = gap(scale, random); at < trials; at += 1 + gap(scale, random)) {
            count++;
        }
        return count;
    }

    private static double gap(double scale, RandomGenerator random) {
        return Math.floor(-random.nextExponential() / scale);
    }
}
