package dev.lambdaflex.simulator.model.app;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.time.Timeline;
import dev.lambdaflex.weights.split.Tier;

/** What was really asked of each tier, without lag: for checks, never for the provisioner. Safe from any thread. */
public final class Ledger {

    private final Timeline timeline;
    private final Map<Tier, Long> requests = new EnumMap<>(Tier.class);
    private final Map<Tier, Instant> last = new EnumMap<>(Tier.class);

    Ledger(Timeline timeline) {
        this.timeline = timeline;
    }

    synchronized void asked(Tier tier, long times) {
        if (times > 0) {
            requests.merge(tier, times, Long::sum);
            last.put(tier, timeline.now());
        }
    }

    public synchronized long requests(Tier tier) {
        return requests.getOrDefault(tier, 0L);
    }

    /** When the tier was asked for the last time; empty when never. */
    public synchronized Optional<Instant> lastRequest(Tier tier) {
        return Optional.ofNullable(last.get(tier));
    }
}
