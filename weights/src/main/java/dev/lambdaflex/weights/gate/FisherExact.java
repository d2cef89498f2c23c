package dev.lambdaflex.weights.gate;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Fisher's exact test, one-sided: how likely chance alone deals at least the errors seen to the one side, if both sides fail
 * at the same rate.
 *
 * <pre>
 *   p = P(X ≥ k),  X ~ hypergeometric(population n + m, successes k + j, draws n)
 * </pre>
 *
 * It is right for few errors, and when the other side has none at all, where a ratio of rates cannot be formed.
 */
final class FisherExact {

    /**
     * A side of more requests is scaled down to this many, errors rounded in favour of no difference: the sum over the
     * errors stays short and within an int. At 100,000 requests the standard error of a rate of 1 % is 0.03 points.
     */
    static final int MOST_REQUESTS = 100_000;

    private FisherExact() {}

    /** The p-value of {@code k} errors in {@code n} requests being no more than {@code j} in {@code m} suggest. */
    static double p(long k, long n, long j, long m) {
        int requests = (int) Math.min(n, MOST_REQUESTS);
        int errors = (int) Math.floor(scale(k, n));
        int controlRequests = (int) Math.min(m, MOST_REQUESTS);
        int controlErrors = (int) Math.ceil(scale(j, m));
        if (requests == 0 || controlRequests == 0 || errors == 0) {
            return 1;
        }
        return HypergeometricDistribution.of(requests + controlRequests, errors + controlErrors, requests)
                .survivalProbability(errors - 1);
    }

    private static double scale(long errors, long requests) {
        return requests <= MOST_REQUESTS ? errors : (double) errors * MOST_REQUESTS / requests;
    }
}
