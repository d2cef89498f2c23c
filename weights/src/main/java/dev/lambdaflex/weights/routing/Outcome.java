package dev.lambdaflex.weights.routing;

import java.util.Optional;

/** What one request, or one probe, says about the health of the tier that it was sent to. */
public enum Outcome {
    /** An answer of the application, be it an error of its own. */
    ANSWERED,
    /** 502, 503 or 504, a reset or a timeout: something is there, but it gives no answer. */
    GATEWAY_ERROR,
    /** No connection: nothing is there. */
    REFUSED,
    /** A probe was answered: it ends an ejection before its time. */
    PROBE_ANSWERED;

    /** What an answer with {@code status} says. */
    public static Outcome ofStatus(int status) {
        return switch (status) {
            case 502, 503, 504 -> GATEWAY_ERROR;
            default -> ANSWERED;
        };
    }

    /** What a failed attempt says; a full pool says nothing. */
    public static Optional<Outcome> of(Failure failure) {
        return switch (failure) {
            case CONNECT -> Optional.of(REFUSED);
            case RESET, TIMEOUT, UNAVAILABLE -> Optional.of(GATEWAY_ERROR);
            case POOL_FULL -> Optional.empty();
        };
    }
}
