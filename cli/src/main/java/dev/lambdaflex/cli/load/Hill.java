package dev.lambdaflex.cli.load;

import java.time.Duration;

import dev.lambdaflex.simulator.load.LoadShape;

/**
 * A load that takes an app once to Fargate and back.
 *
 * <pre>
 *   peak     _________
 *           /         \
 *          /           \_______  low
 *   first /                    \
 *        up            down     away
 * </pre>
 *
 * @param peak requests a second, enough for Fargate
 * @param low  requests a second, too few for it, and still evidence for the way back
 */
public record Hill(double peak, double low) {

    /** For thresholds of 100 and 70, on two cores. */
    public static final Hill USUAL = new Hill(260, 45);

    /** The first environments start while hardly anybody waits for them. */
    private static final double FIRST = 20;
    private static final Duration FIRST_RISE = Duration.ofSeconds(3);
    private static final Duration RISE = Duration.ofSeconds(7);
    private static final Duration FALL = Duration.ofSeconds(2);

    public Hill {
        if (!(peak > 0 && low >= 0 && low <= peak)) {
            throw new IllegalArgumentException(
                    "peak: %s, low: %s (expected: a peak above 0, and a low of at most that)".formatted(peak, low));
        }
    }

    public LoadShape up() {
        return LoadShape.startingAt(0).to(Math.min(FIRST, peak), FIRST_RISE).to(peak, RISE);
    }

    public LoadShape down() {
        return LoadShape.startingAt(peak).to(low, FALL);
    }

    public LoadShape away() {
        return LoadShape.startingAt(low).to(0, FALL);
    }

    /** Up, the peak for {@code time}, and down to nothing. */
    LoadShape whole(Duration time) {
        return up().hold(time).to(0, FALL);
    }
}
