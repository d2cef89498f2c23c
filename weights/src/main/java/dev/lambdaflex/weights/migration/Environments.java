package dev.lambdaflex.weights.migration;

/**
 * How many environments the Lambda tier needs.
 *
 * @param most                   never reserve more than these for a drain; 0: never reserve any
 * @param requestsPerEnvironment requests per second that one environment carries, above 0: one over the seconds that a request
 *                               takes; 10 at most, for Lambda takes no more
 */
public record Environments(int most, double requestsPerEnvironment) {

    /** Lambda: requests per second per concurrent environment that synchronous invocations are limited to. */
    private static final double MOST_REQUESTS = 10;
    /** Room for bursts: requests are not evenly spread over a second. */
    private static final int HEADROOM = 2;

    public Environments {
        if (most < 0) {
            throw new IllegalArgumentException("most: %d (expected: 0 or more)".formatted(most));
        }
        if (!(requestsPerEnvironment > 0) || requestsPerEnvironment > MOST_REQUESTS) {
            throw new IllegalArgumentException("requestsPerEnvironment: %s (expected: above 0 up to %.0f)"
                    .formatted(requestsPerEnvironment, MOST_REQUESTS));
        }
    }

    public static Environments defaults() {
        return new Environments(1_000, MOST_REQUESTS);
    }

    /** The requests per second that so many carry. */
    double carriedBy(int environments) {
        return environments * requestsPerEnvironment;
    }

    /** What to reserve for {@code requests} per second. */
    int reservationFor(double requests) {
        return (int) Math.min(most, Math.ceil(HEADROOM * requests / requestsPerEnvironment));
    }
}
