package dev.lambdaflex.provisioner.reconcile;

import java.time.Instant;

import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.split.Tier;

/** What the tiers served, as the cloud's metrics tell. */
public interface Telemetry {

    /**
     * What {@code tier} served from {@code from} until {@code to}. The window that comes back begins no earlier and ends where
     * the data ends: metrics come late and in whole periods. A period without data counts as no requests only when it is known that
     * metrics came at all: where that is not known, the window ends.
     *
     * @throws CloudException when metrics cannot be read
     */
    TierWindow window(Tier tier, Instant from, Instant to);
}
