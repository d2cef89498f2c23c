package dev.lambdaflex.weights.gate;

import java.util.List;
import java.util.Optional;

import dev.lambdaflex.weights.split.Tier;

/** All gates of a step: what they are asked and in which order they answer. */
public final class Gates {

    private final GateSettings settings;

    public Gates(GateSettings settings) {
        this.settings = settings;
    }

    /**
     * What the gates look at.
     *
     * @param receiver     the tier whose share rises
     * @param failedProbes health probes of the receiver that failed in a row
     * @param window       what the receiver served since the change had settled; empty when it could not be read
     * @param control      the same of the other tier
     * @param capacity     what the receiver can carry; empty when it could not be read
     */
    public record Sight(Tier receiver, int failedProbes, Optional<TierWindow> window, Optional<TierWindow> control,
            Optional<Capacity> capacity) {}

    /** The report of all gates. */
    public GateReport report(Sight sight) {
        return new GateReport(List.of(
                HealthGate.judge(sight.receiver(), sight.failedProbes(), settings),
                ErrorGate.judge(sight.receiver(), sight.window(), sight.control(), settings),
                LatencyGate.judge(sight.receiver(), sight.window(), sight.control(), settings),
                CapacityGate.judge(sight.receiver(), sight.capacity())));
    }
}
