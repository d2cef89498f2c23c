package dev.lambdaflex.proxy;

import static java.util.Objects.requireNonNull;

import dev.lambdaflex.proxy.LiveWeights.Offer;
import dev.lambdaflex.proxy.LiveWeights.Snapshot;
import dev.lambdaflex.weights.routing.Availability;
import dev.lambdaflex.weights.routing.Choice;
import dev.lambdaflex.weights.routing.Choice.Reason;
import dev.lambdaflex.weights.routing.ExactShare;
import dev.lambdaflex.weights.routing.Failure;
import dev.lambdaflex.weights.routing.FleetHealth;
import dev.lambdaflex.weights.routing.Outcome;
import dev.lambdaflex.weights.routing.OutlierPolicy;
import dev.lambdaflex.weights.routing.Retry;
import dev.lambdaflex.weights.routing.Routing;
import dev.lambdaflex.weights.routing.TierHealth;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds what all event loops share, namely weights, health and the position on the line of shares, and lets the core decide
 * over it.
 */
final class TierRouter {

    private static final Logger LOG = LoggerFactory.getLogger(TierRouter.class);

    private final LiveWeights weights;
    private final OutlierPolicy policy;
    private final EdgeCounters counters;
    private final LongSupplier clock;
    private final AtomicReference<FleetHealth> health = new AtomicReference<>(FleetHealth.NEW);
    private final AtomicLong position = new AtomicLong();

    /**
     * Starts without weights.
     *
     * @param clock milliseconds that never go back
     */
    TierRouter(OutlierPolicy policy, Duration connectTimeout, EdgeCounters counters, LongSupplier clock) {
        this.weights = new LiveWeights(connectTimeout);
        this.policy = policy;
        this.counters = counters;
        this.clock = clock;
    }

    /** Takes weights unless they are older than those in use. */
    void offer(EdgeWeights offered) {
        Snapshot before = weights.snapshot();
        Offer offer = weights.offer(offered, clock.getAsLong());
        switch (offer) {
            case TAKEN -> {
                forgetHealthOfChangedUpstreams(before, offered);
                LOG.info("weights version {}: {}", offered.version(), offered.split());
            }
            case CONFIRMED -> {
            }
            case STALE -> LOG.warn("weights version {} ignored: a newer one is in use", offered.version());
        }
    }

    /** The target of a new request; empty when there is none. */
    Optional<Target> choose(Optional<Tier> override) {
        Snapshot snapshot = weights.snapshot();
        if (snapshot == null) {
            return Optional.empty();
        }
        if (override.isPresent() && decide(snapshot, override, 0) instanceof Choice.To(Tier tier, Reason reason)
                && reason == Reason.OVERRIDE) {
            // A tester's request must not shift the shares of the others: the position stays.
            return snapshot.target(tier);
        }
        long start = position.getAndAdd(ExactShare.step(snapshot.weights().split()));
        return switch (decide(snapshot, Optional.empty(), start)) {
            case Choice.Nowhere _ -> Optional.empty();
            case Choice.To(Tier tier, Reason reason) -> {
                if (reason != Reason.SPLIT) {
                    counters.spilledOver(tier);
                }
                yield snapshot.target(tier);
            }
        };
    }

    /** The target of the second attempt; empty when there is none. */
    Optional<Target> chooseAgain(Tier failed, Failure failure) {
        Snapshot snapshot = weights.snapshot();
        if (snapshot == null) {
            return Optional.empty();
        }
        long now = clock.getAsLong();
        Availability other = snapshot.availability(failed.other(), health(), now);
        Optional<Tier> next = Retry.next(failed, failure, snapshot.weights().split(), other);
        next.ifPresent(tier -> health.updateAndGet(fleet -> fleet.claim(tier, now, policy)));
        return next.flatMap(snapshot::target);
    }

    /** Learns from what a tier did. */
    void observe(Tier tier, Outcome outcome) {
        long now = clock.getAsLong();
        FleetHealth before;
        FleetHealth after;
        do {
            before = health();
            after = before.observe(tier, outcome, mayReceive(tier.other()), now, policy);
            if (after.equals(before)) {
                return;
            }
        } while (!health.compareAndSet(before, after));
        tellEjection(tier, before.of(tier), after.of(tier), now);
    }

    FleetHealth health() {
        return requireNonNull(health.get());
    }

    Optional<EdgeWeights> current() {
        return Optional.ofNullable(weights.snapshot()).map(Snapshot::weights);
    }

    /** How long ago the weights in use were last said to be the newest; empty before the first. */
    Optional<Duration> age() {
        return Optional.ofNullable(weights.snapshot())
                .map(snapshot -> Duration.ofMillis(clock.getAsLong() - snapshot.confirmedAt()));
    }

    Availability availability(Tier tier) {
        Snapshot snapshot = weights.snapshot();
        return snapshot == null
                ? Availability.ABSENT
                : snapshot.availability(tier, health(), clock.getAsLong());
    }

    private Choice decide(Snapshot snapshot, Optional<Tier> override, long start) {
        long now = clock.getAsLong();
        Split split = snapshot.weights().split();
        while (true) {
            FleetHealth current = health();
            Choice choice = Routing.decide(split, snapshot.availability(Tier.LAMBDA, current, now),
                    snapshot.availability(Tier.FARGATE, current, now), override, start);
            if (choice instanceof Choice.To(Tier tier, Reason _) && !claim(tier, current, now)) {
                continue;
            }
            return choice;
        }
    }

    /** Whether the choice still stands: of many requests, one alone may be the trial of a tier. */
    private boolean claim(Tier tier, FleetHealth current, long now) {
        FleetHealth claimed = current.claim(tier, now, policy);
        return claimed.equals(current) || health.compareAndSet(current, claimed);
    }

    private boolean mayReceive(Tier tier) {
        Snapshot snapshot = weights.snapshot();
        return snapshot != null && snapshot.target(tier).isPresent()
                && Routing.mayReceive(snapshot.weights().split(), tier);
    }

    private void forgetHealthOfChangedUpstreams(@Nullable Snapshot before, EdgeWeights after) {
        for (Tier tier : Tier.values()) {
            boolean changed = before != null && !before.weights().upstream(tier).equals(after.upstream(tier));
            if (changed) {
                health.updateAndGet(fleet -> fleet.forget(tier));
            }
        }
    }

    private void tellEjection(Tier tier, TierHealth before, TierHealth after, long now) {
        if (after instanceof TierHealth.Ejected(long until, int ejections) && !(before instanceof TierHealth.Ejected)) {
            counters.ejected(tier);
            LOG.warn("{} is left alone for {} ms (time {} in a row): it does not answer", tier.label(), until - now,
                    ejections);
        }
        if (after instanceof TierHealth.Serving && !(before instanceof TierHealth.Serving)) {
            LOG.info("{} answers again", tier.label());
        }
    }
}
