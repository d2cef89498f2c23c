package dev.lambdaflex.weights.policy;

/**
 * What the service is asked, both tiers together, for a tier that gave its traffic away looks idle.
 *
 * @param stable requests per second over the long window
 * @param panic  requests per second over the short window, which sees a rush first
 */
public record Demand(double stable, double panic) {

    public static final Demand NONE = new Demand(0, 0);

    public Demand {
        if (!(stable >= 0) || !(panic >= 0)) {
            throw new IllegalArgumentException("stable: %s, panic: %s (expected: 0 or more)".formatted(stable, panic));
        }
    }

    /** The higher of both: what capacity must be ready for. */
    public double peak() {
        return Math.max(stable, panic);
    }
}
