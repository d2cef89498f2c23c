package dev.lambdaflex.weights.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Windows of five minutes that a test can say in one line. */
final class Seen {

    static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant TO = FROM.plus(Duration.ofMinutes(5));
    static final Optional<TierWindow> UNREADABLE = Optional.empty();
    static final Optional<TierWindow> NOTHING = Optional.of(TierWindow.empty(FROM, TO, "edge"));

    private Seen() {}

    static Optional<TierWindow> errors(long errors, long requests) {
        return Optional.of(new TierWindow(FROM, TO, requests, errors, Optional.of(Duration.ofMillis(20)), "edge"));
    }

    static Optional<TierWindow> p99(long millis, long requests) {
        return Optional.of(new TierWindow(FROM, TO, requests, 0, Optional.of(Duration.ofMillis(millis)), "edge"));
    }
}
