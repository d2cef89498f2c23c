package dev.lambdaflex.weights.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * After a failed migration automation waits before the next, twice as long each time.
 *
 * @param failures  migrations that failed in a row
 * @param notBefore when automation may start the next; empty when it may now, or while the app has not come to rest yet
 */
public record Backoff(int failures, Optional<Instant> notBefore) {

    public static final Backoff NONE = new Backoff(0, Optional.empty());
    private static final int MOST_DOUBLINGS = 10;

    /** One more failure. The wait begins when the app has come to rest. */
    Backoff failed() {
        return new Backoff(failures + 1, Optional.empty());
    }

    /** The app is at rest from {@code now} on. */
    Backoff atRest(Timing timing, Instant now) {
        if (failures == 0) {
            return NONE;
        }
        Duration wait = timing.backoff().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration capped = wait.compareTo(timing.backoffMost()) > 0 ? timing.backoffMost() : wait;
        return new Backoff(failures, Optional.of(now.plus(capped)));
    }

    boolean lasts(Instant now) {
        return notBefore.isPresent() && now.isBefore(notBefore.get());
    }
}
