package dev.lambdaflex.weights.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

import dev.lambdaflex.weights.split.Tier;

/**
 * The 99th percentile of the receiving tier against the limit and against the other tier.
 *
 * <pre>
 *                      n ≥ latencySamples    fewer     none
 *   over the limit           FAIL         INCONCLUSIVE   |
 *   slower than Lambda       FAIL             PASS       | INCONCLUSIVE
 *   neither                  PASS             PASS       |
 * </pre>
 *
 * <p>Few samples that look good pass: how many requests a step needs is for the errors to decide, and a quiet step must not
 * wait for both. Few that look bad wait, and may turn out to be one slow request.
 *
 * <p>Slower means by {@code latencyRatio} <em>and</em> by 50 ms, half of what a person still takes for at once: 2 ms against
 * 1 ms is noise. Both tiers need enough samples. Lambda is not compared with Fargate: at the small shares that a drain ends
 * with, more than one request in a hundred starts cold, so that its p99 is a cold start, and no drain would ever end. What a
 * cold start may take, the limit says.
 */
final class LatencyGate {

    private static final String NAME = "latency";
    private static final Duration SLOWER_BY = Duration.ofMillis(50);

    private final Tier tier;
    private final TierWindow seen;
    private final GateSettings settings;

    private LatencyGate(Tier tier, TierWindow seen, GateSettings settings) {
        this.tier = tier;
        this.seen = seen;
        this.settings = settings;
    }

    static Evidence judge(Tier tier, Optional<TierWindow> window, Optional<TierWindow> control, GateSettings settings) {
        return window.map(seen -> new LatencyGate(tier, seen, settings).judge(control))
                .orElseGet(() -> Evidence.unreadable(NAME, tier));
    }

    private Evidence judge(Optional<TierWindow> control) {
        if (seen.requests() == 0 || seen.p99().isEmpty()) {
            return evidence(Verdict.INCONCLUSIVE, "no latency of %s measured yet".formatted(tier.label()));
        }
        Duration p99 = seen.p99().get();
        if (p99.compareTo(settings.latencyLimit()) > 0) {
            return overLimit(p99);
        }
        boolean comparable = tier == Tier.FARGATE && isEnough(seen);
        return control.filter(other -> comparable && isEnough(other))
                .flatMap(TierWindow::p99)
                .filter(other -> isSlower(p99, other))
                .map(other -> slower(p99, other))
                .orElseGet(() -> good(p99));
    }

    private boolean isEnough(TierWindow window) {
        return window.requests() >= settings.latencySamples();
    }

    private boolean isSlower(Duration p99, Duration other) {
        return p99.toNanos() > settings.latencyRatio() * other.toNanos()
                && p99.minus(other).compareTo(SLOWER_BY) >= 0;
    }

    private Evidence overLimit(Duration p99) {
        String over = "p99 %s > %s".formatted(millis(p99), millis(settings.latencyLimit()));
        return isEnough(seen)
                ? evidence(Verdict.FAIL, over)
                : evidence(Verdict.INCONCLUSIVE, over + ", but %s".formatted(samples()));
    }

    private Evidence slower(Duration p99, Duration other) {
        return evidence(Verdict.FAIL, "p99 %s > %s x %s on %s".formatted(millis(p99),
                plain(BigDecimal.valueOf(settings.latencyRatio())), millis(other), tier.other().label()));
    }

    private Evidence good(Duration p99) {
        String within = "p99 %s <= %s".formatted(millis(p99), millis(settings.latencyLimit()));
        return evidence(Verdict.PASS, isEnough(seen) ? within : within + " (%s)".formatted(samples()));
    }

    private String samples() {
        return "%d of %d samples".formatted(seen.requests(), settings.latencySamples());
    }

    private Evidence evidence(Verdict verdict, String sentence) {
        return Evidence.of(NAME, tier, verdict, sentence, seen);
    }

    /** Milliseconds throughout, for {@code 1.0 s > 1 s} says nothing; rounded up, for then a value over the limit looks it. */
    private static String millis(Duration duration) {
        return plain(BigDecimal.valueOf(duration.toNanos(), 6).setScale(1, RoundingMode.CEILING)) + " ms";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
