package dev.lambdaflex.weights.migration;

/**
 * How many tasks the Fargate tier runs.
 *
 * @param least           never fewer, 1 or more; two stand in two zones
 * @param most            never more
 * @param requestsPerTask requests per second that one task carries
 */
public record Fleet(int least, int most, double requestsPerTask) {

    public Fleet {
        if (least < 1 || most < least || !(requestsPerTask > 0)) {
            throw new IllegalArgumentException(
                    "least: %d, most: %d, requestsPerTask: %s (expected: 1 <= least <= most, requestsPerTask above 0)"
                            .formatted(least, most, requestsPerTask));
        }
    }

    public static Fleet defaults() {
        return new Fleet(2, 50, 100);
    }

    /** The tasks that carry {@code requests} per second. */
    public int tasksFor(double requests) {
        return Math.clamp((long) Math.ceil(requests / requestsPerTask), least, most);
    }
}
