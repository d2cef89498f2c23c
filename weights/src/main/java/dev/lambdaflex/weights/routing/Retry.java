package dev.lambdaflex.weights.routing;

import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import java.util.Optional;

/**
 * Whether a failed request is tried a second time, and where. Once at most; and never when the first attempt may have had
 * an effect that a second one would double: the tier may still be working on a request whose connection is gone.
 */
public final class Retry {

    public static final int MAX_ATTEMPTS = 2;

    private Retry() {}

    /**
     * Whether a second attempt does no harm.
     *
     * @param method     the method of the request, as sent: methods are case-sensitive (RFC 9110, 9.1)
     * @param failure    what happened before a byte of the answer was there
     * @param attempt    the number of the attempt that failed; the first is 1
     * @param replayable whether the whole body is still at hand
     */
    public static boolean allowed(String method, Failure failure, int attempt, boolean replayable) {
        if (attempt >= MAX_ATTEMPTS || !replayable) {
            return false;
        }
        return switch (failure) {
            case CONNECT, POOL_FULL -> true;
            case RESET, UNAVAILABLE -> idempotent(method);
            case TIMEOUT -> false;
        };
    }

    /**
     * The tier of the second attempt: the other one when it may be asked, for what just failed here is likely to fail again;
     * else the same. A full pool stays full and an unavailable tier unavailable: empty.
     */
    public static Optional<Tier> next(Tier failed, Failure failure, Split split, Availability other) {
        boolean otherTakes = other == Availability.AVAILABLE && Routing.mayReceive(split, failed.other());
        if (otherTakes) {
            return Optional.of(failed.other());
        }
        boolean sameAgain = switch (failure) {
            case CONNECT, RESET, TIMEOUT -> true;
            case POOL_FULL, UNAVAILABLE -> false;
        };
        return sameAgain ? Optional.of(failed) : Optional.empty();
    }

    /** Whether asking twice has the effect of asking once (RFC 9110, 9.2.2). */
    public static boolean idempotent(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE" -> true;
            default -> false;
        };
    }
}
