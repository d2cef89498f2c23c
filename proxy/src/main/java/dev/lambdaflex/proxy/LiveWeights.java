package dev.lambdaflex.proxy;

import dev.lambdaflex.weights.routing.Availability;
import dev.lambdaflex.weights.routing.FleetHealth;
import dev.lambdaflex.weights.split.Tier;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest weights. Readers take one volatile reference to an immutable snapshot; a change swaps it. Old knowledge is used
 * until there is newer: a zone that cannot be read is no reason to serve nobody.
 */
final class LiveWeights {

    private final Duration connectTimeout;
    private volatile @Nullable Snapshot snapshot;

    LiveWeights(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    /** What to do with one request, all of one version. */
    record Snapshot(EdgeWeights weights, Optional<Target> lambda, Optional<Target> fargate, long confirmedAt) {

        Optional<Target> target(Tier tier) {
            return tier == Tier.LAMBDA ? lambda : fargate;
        }

        Availability availability(Tier tier, FleetHealth health, long now) {
            return target(tier).isEmpty() ? Availability.ABSENT : health.availability(tier, now);
        }

        Snapshot confirmed(long now) {
            return new Snapshot(weights, lambda, fargate, now);
        }
    }

    /** What {@link #offer} did. */
    enum Offer {
        /** A newer version took over. */
        TAKEN,
        /** The version in use is still the newest. */
        CONFIRMED,
        /** It is older than what is in use. */
        STALE
    }

    @Nullable
    Snapshot snapshot() {
        return snapshot;
    }

    synchronized Offer offer(EdgeWeights weights, long now) {
        Snapshot current = snapshot;
        if (current != null && weights.version() < current.weights.version()) {
            return Offer.STALE;
        }
        if (current != null && weights.version() == current.weights.version()) {
            snapshot = current.confirmed(now);
            return Offer.CONFIRMED;
        }
        snapshot = new Snapshot(weights, target(weights.lambda()), target(weights.fargate()), now);
        return Offer.TAKEN;
    }

    private Optional<Target> target(Optional<Upstream> upstream) {
        return upstream.map(it -> Target.of(it, connectTimeout));
    }
}
