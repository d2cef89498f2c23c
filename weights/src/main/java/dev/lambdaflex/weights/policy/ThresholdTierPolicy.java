package dev.lambdaflex.weights.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.split.Tier;

/**
 * Two thresholds over two windows.
 *
 * <pre>
 *   up    when stable > upAbove, or panic > panicFactor * upAbove
 *   down  when stable and panic < downBelow, and the tier has dwelt long enough
 * </pre>
 *
 * The gap between the thresholds is the hysteresis. The short window can only send the service up: nobody scales down in
 * a panic.
 *
 * @param upAbove      requests per second above which Fargate is wished
 * @param downBelow    requests per second below which Lambda is wished; below {@code upAbove}
 * @param panicFactor  how many times {@code upAbove} the short window must show, 1 or more
 * @param stableWindow the long window
 * @param panicWindow  the short window, no longer than the long one
 * @param dwell        how long Fargate is kept at least, for building it costs time and money
 */
public record ThresholdTierPolicy(double upAbove, double downBelow, double panicFactor, Duration stableWindow,
        Duration panicWindow,
        Duration dwell) implements TierPolicy {

    public ThresholdTierPolicy {
        require(upAbove > 0, "upAbove", upAbove, "above 0");
        require(downBelow > 0 && downBelow < upAbove, "downBelow", downBelow, "above 0 and below upAbove");
        require(panicFactor >= 1, "panicFactor", panicFactor, "1 or more");
        require(panicWindow.isPositive(), "panicWindow", panicWindow, "above 0");
        require(stableWindow.compareTo(panicWindow) >= 0, "stableWindow", stableWindow, "no shorter than panicWindow");
        require(!dwell.isNegative(), "dwell", dwell, "0 or more");
    }

    /**
     * Up above 10 requests/s: a service of 100 ms and 1 GB costs as much on Lambda as on two small tasks at 9.7 requests/s
     * sustained. Down below half of it.
     */
    public static ThresholdTierPolicy defaults() {
        return new ThresholdTierPolicy(10, 5, 2, Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofMinutes(30));
    }

    /** The same policy with its times divided by {@code speed}. */
    public ThresholdTierPolicy shortened(double speed) {
        return new ThresholdTierPolicy(upAbove, downBelow, panicFactor, Durations.divide(stableWindow, speed),
                Durations.divide(panicWindow, speed), Durations.divide(dwell, speed));
    }

    @Override
    public Wish wish(Tier present, Instant since, Demand demand, Instant now) {
        return present == Tier.LAMBDA ? wishOnLambda(demand) : wishOnFargate(since, demand, now);
    }

    private Wish wishOnLambda(Demand demand) {
        boolean sustained = demand.stable() > upAbove;
        boolean rush = demand.panic() > panicFactor * upAbove;
        if (sustained) {
            return new Wish(Tier.FARGATE, "%s over %s, above %s".formatted(rate(demand.stable()),
                    Durations.text(stableWindow), number(upAbove)));
        }
        if (rush) {
            return new Wish(Tier.FARGATE, "a rush of %s over %s, above %s".formatted(rate(demand.panic()),
                    Durations.text(panicWindow), number(panicFactor * upAbove)));
        }
        return new Wish(Tier.LAMBDA, "%s, Fargate from %s".formatted(rate(demand.stable()), number(upAbove)));
    }

    private Wish wishOnFargate(Instant since, Demand demand, Instant now) {
        boolean quiet = demand.peak() < downBelow;
        if (!quiet) {
            return new Wish(Tier.FARGATE, "%s, Lambda below %s".formatted(rate(demand.peak()), number(downBelow)));
        }
        Instant dwelt = since.plus(dwell);
        if (now.isBefore(dwelt)) {
            return new Wish(Tier.FARGATE, "%s are few, but Fargate stays for %s more".formatted(rate(demand.peak()),
                    Durations.text(Duration.between(now, dwelt))));
        }
        return new Wish(Tier.LAMBDA, "%s, below %s".formatted(rate(demand.peak()), number(downBelow)));
    }

    private static String rate(double requests) {
        return number(requests) + " requests/s";
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static void require(boolean valid, String name, Object value, String expected) {
        if (!valid) {
            throw new IllegalArgumentException("%s: %s (expected: %s)".formatted(name, value, expected));
        }
    }
}
