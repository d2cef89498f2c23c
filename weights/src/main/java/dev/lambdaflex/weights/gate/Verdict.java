package dev.lambdaflex.weights.gate;

/** What a gate says, from best to worst: the worst of several is the whole. */
public enum Verdict {
    /** Enough evidence that the step is good. */
    PASS,
    /** Not enough evidence either way: wait. */
    INCONCLUSIVE,
    /** The evidence could not be read: wait, and hold when it lasts. */
    ERROR,
    /** Evidence that the step is bad: go back step by step once it is confirmed. */
    FAIL,
    /** The tier is broken now: go back at once. */
    HARD_FAIL;

    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
