package dev.lambdaflex.weights.migration;

/**
 * A reservation of Lambda's concurrency that was raised for a drain, to be lowered again.
 *
 * @param before environments that were reserved before
 * @param to     environments that were asked for since, at most
 */
public record Raise(int before, int to) {

    /** Whether {@code reserved} may be what the raise has made of it: a call may have been lost. Else somebody else set it. */
    boolean explains(int reserved) {
        return before <= reserved && reserved <= to;
    }

    Raise further(int environments) {
        return new Raise(before, environments);
    }
}
