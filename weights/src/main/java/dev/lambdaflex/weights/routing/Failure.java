package dev.lambdaflex.weights.routing;

/** How an attempt to ask a tier failed before a byte of the answer was there. */
public enum Failure {
    /** No connection came about: nothing was sent. */
    CONNECT(true),
    /** The pool of connections and its queue are full: nothing was sent, and it says nothing about the tier's health. */
    POOL_FULL(true),
    /** The connection broke after something may have been sent: the tier may have acted on it. */
    RESET(false),
    /** It answered 502, 503 or 504: something is there, but it gives no answer. The tier may have acted on the request. */
    UNAVAILABLE(false),
    /** The deadline passed: there is no time for another attempt. */
    TIMEOUT(false);

    private final boolean unsent;

    Failure(boolean unsent) {
        this.unsent = unsent;
    }

    /** Whether the tier provably knows nothing of the request. */
    public boolean unsent() {
        return unsent;
    }
}
