package dev.lambdaflex.weights.gate;

/**
 * One-sided Wilson score bounds of a rate of which {@code k} of {@code n} were seen. Unlike p ± z·σ they hold for few samples
 * and for none failing.
 *
 * <pre>
 *             p + z²/2n ± z·√( p(1-p)/n + z²/4n² )
 *   bounds =  ------------------------------------ ,   p = k/n
 *                        1 + z²/n
 * </pre>
 *
 * With none failing the upper bound is z²/(n + z²): at 95 %, 268 requests bound the rate at 1 %. (The exact bound,
 * 1 - 0.05^(1/n), asks for 299: the rule of three.)
 */
final class Wilson {

    /** z of one-sided 99 %: what a tier is condemned by. */
    static final double Z_99 = 2.326;
    /** z of one-sided 95 %: what a tier is trusted by. */
    static final double Z_95 = 1.645;

    private Wilson() {}

    /** The rate is above this with the confidence of {@code z}; 0 without errors. */
    static double lower(long k, long n, double z) {
        return k == 0 ? 0 : bound(k, n, -z);
    }

    /** The rate is below this with the confidence of {@code z}; 1 when all fail, and without samples. */
    static double upper(long k, long n, double z) {
        return k == n ? 1 : bound(k, n, z);
    }

    private static double bound(long k, long n, double z) {
        double p = (double) k / n;
        double zz = z * z / n;
        return (p + zz / 2 + z * Math.sqrt(p * (1 - p) / n + zz / (4 * n))) / (1 + zz);
    }
}
