package dev.lambdaflex.weights.migration;

import java.time.Instant;
import java.util.Optional;

import dev.lambdaflex.weights.gate.TierWindow;

/**
 * The stretches of time that the next decision wants to see; each ends now.
 *
 * @param gateFrom   start of the step's evidence; empty before the change has settled
 * @param stableFrom start of the long demand window
 * @param panicFrom  start of the short demand window
 * @param quietFrom  start of the window that must be quiet; empty unless Fargate is about to go
 */
public record Windows(Optional<Instant> gateFrom, Instant stableFrom, Instant panicFrom, Optional<Instant> quietFrom) {

    /** What {@link Migration#next} wants to see in {@code state}. */
    public static Windows of(MigrationState state, Policy policy, Instant now) {
        Timing timing = policy.timing();
        Optional<Instant> settled = state.change().settles(timing.settle()).filter(at -> !at.isAfter(now));
        Optional<Instant> quietFrom = settled.filter(_ -> mustBeQuiet(state.phase()))
                .map(at -> quietFrom(state.phase(), at, now.minus(timing.metricsLag()).minus(timing.quiet())));
        Instant seen = now.minus(timing.metricsLag());
        return new Windows(settled, seen.minus(policy.tier().stableWindow()), seen.minus(policy.tier().panicWindow()),
                quietFrom);
    }

    /**
     * Whether the data of {@code window} ends so long ago that metrics do not come any more. What went wrong since does not show
     * in it, so it is no evidence. The usual lag is allowed twice: late is not yet stalled.
     */
    public static boolean isStalled(TierWindow window, Timing timing, Instant now) {
        return window.to().isBefore(now.minus(timing.metricsLag().multipliedBy(2)));
    }

    /** Metrics are late: what Fargate was asked while its record went is seen only now. */
    private static boolean mustBeQuiet(Phase phase) {
        return phase instanceof Phase.Quiescing
                || (phase instanceof Phase.TearingDown leaving && leaving.asked().isEmpty());
    }

    private static Instant quietFrom(Phase phase, Instant settled, Instant from) {
        return phase instanceof Phase.Quiescing ? later(settled, from) : from;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
