package dev.lambdaflex.weights.gate;

import java.time.Instant;
import java.util.Optional;

import dev.lambdaflex.weights.split.Tier;

/**
 * What one gate saw and made of it.
 *
 * @param gate     the name of the gate: {@code health}, {@code errors}, {@code latency}, {@code requests}, {@code capacity}
 * @param tier     the tier that was looked at
 * @param verdict  what the gate says
 * @param sentence the same for people, with the numbers: {@code error bound 1.4 % > 1 %}
 * @param samples  how many requests or probes it rests on
 * @param window   the time that the numbers cover; empty for a look at this moment
 * @param source   where the numbers come from
 */
public record Evidence(String gate, Tier tier, Verdict verdict, String sentence, long samples, Optional<Window> window,
        String source) {

    private static final String METRICS = "metrics";

    /** A stretch of time, the end not included. */
    public record Window(Instant from, Instant to) {}

    /** Whether it rests on what users were served in a stretch of time, rather than on a look at the tier. */
    public boolean fromTraffic() {
        return window.isPresent();
    }

    /** What {@code seen} says. */
    static Evidence of(String gate, Tier tier, Verdict verdict, String sentence, TierWindow seen) {
        Optional<Window> window = Optional.of(new Window(seen.from(), seen.to())).filter(_ -> !seen.length().isZero());
        return new Evidence(gate, tier, verdict, sentence, seen.requests(), window, seen.source());
    }

    /** There was nothing to look at, for the metrics did not answer. */
    static Evidence unreadable(String gate, Tier tier) {
        return unreadable(gate, tier, METRICS);
    }

    /** There was nothing to look at, for {@code source} did not answer. */
    static Evidence unreadable(String gate, Tier tier, String source) {
        return new Evidence(gate, tier, Verdict.ERROR, "%s of %s could not be read".formatted(gate, tier.label()), 0,
                Optional.empty(), source);
    }
}
