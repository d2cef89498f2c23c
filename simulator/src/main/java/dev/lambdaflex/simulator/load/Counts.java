package dev.lambdaflex.simulator.load;

import dev.lambdaflex.weights.split.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The account at one moment. It adds up: {@code due = sent + notSent}, and {@code sent} is all that was answered, lost, wrong or
 * indeterminate and all that is in flight.
 *
 * @param due           requests that the schedule asked for
 * @param sent          requests begun
 * @param notSent       due while too many were in flight
 * @param inFlight      sent and neither answered nor given up
 * @param tiers         correct answers, for both tiers
 * @param wantedRate    requests per second that the schedule asks for now
 * @param rate          requests sent within the last second
 * @param lagP99        how late requests were sent, 99th percentile: the load generator's own share of the latency
 * @param troubles      the first of the lost, the wrong and the indeterminate, at most {@value #DETAILED} of each, as they ended
 */
public record Counts(long due, long sent, long notSent, int inFlight, Map<Tier, TierCounts> tiers, long lost,
        long wrong,
        long indeterminate, double wantedRate, double rate, Duration lagP99, List<Trouble> troubles) {

    public static final int DETAILED = 50;

    public Counts {
        tiers = Map.copyOf(tiers);
        troubles = List.copyOf(troubles);
    }

    public TierCounts tier(Tier tier) {
        TierCounts counts = tiers.get(tier);
        if (counts == null) {
            throw new IllegalStateException("%s: no counts (expected: of both tiers)".formatted(tier));
        }
        return counts;
    }

    /** Correct answers of both tiers. */
    public long answered() {
        return tiers.values().stream().mapToLong(TierCounts::requests).sum();
    }
}
