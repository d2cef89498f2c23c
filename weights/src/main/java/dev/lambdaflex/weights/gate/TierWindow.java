package dev.lambdaflex.weights.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one tier served in a window of time.
 *
 * @param from     first instant of the window
 * @param to       first instant after the data that was there to read; no later than asked, often earlier, for metrics come late
 * @param requests requests that the tier was asked, errors among them; 0 also when there was no data
 * @param errors   answers 5xx, timeouts and failed connections
 * @param p99      99th percentile of the latency; empty without data
 * @param source   where the numbers come from, for people
 */
public record TierWindow(Instant from, Instant to, long requests, long errors, Optional<Duration> p99, String source) {

    public TierWindow {
        if (requests < 0 || errors < 0 || errors > requests) {
            throw new IllegalArgumentException(
                    "requests: %d, errors: %d (expected: 0 <= errors <= requests)".formatted(requests, errors));
        }
        if (p99.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("p99: %s (expected: 0 or more)".formatted(p99.get()));
        }
    }

    public static TierWindow empty(Instant from, Instant to, String source) {
        return new TierWindow(from, to, 0, 0, Optional.empty(), source);
    }

    /** Length of the window that the data covers; zero when nothing of it was readable yet. */
    public Duration length() {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }

    /** Errors per request, 0 without requests. */
    public double errorRate() {
        return requests == 0 ? 0 : (double) errors / requests;
    }

    /** Requests per second over {@link #length()}, 0 for an empty window. */
    public double rate() {
        return length().isZero() ? 0 : requests * 1000.0 / length().toMillis();
    }
}
