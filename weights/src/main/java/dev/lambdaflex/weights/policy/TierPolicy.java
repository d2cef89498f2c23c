package dev.lambdaflex.weights.policy;

import java.time.Duration;
import java.time.Instant;

import dev.lambdaflex.weights.split.Tier;

/** Decides which tier the service belongs on. Pure: the same arguments give the same wish. */
public interface TierPolicy {

    /**
     * The wish at {@code now}.
     *
     * @param present the tier that serves, or is being moved to
     * @param since   since when it does
     * @param demand  what both tiers together are asked
     */
    Wish wish(Tier present, Instant since, Demand demand, Instant now);

    /** Length of the window that {@link Demand#stable()} is measured over. */
    Duration stableWindow();

    /** Length of the window that {@link Demand#panic()} is measured over. */
    Duration panicWindow();
}
