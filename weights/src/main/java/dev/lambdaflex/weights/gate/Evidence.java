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

    /** Whether it rests on what users were served, rather than on a look at the tier. */
    public boolean fromTraffic() {
        return window.isPresent();
    }

    /** A stretch of time, the end not included. */
    public record Window(Instant from, Instant to) {}
}
