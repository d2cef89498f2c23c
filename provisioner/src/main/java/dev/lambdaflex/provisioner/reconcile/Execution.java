package dev.lambdaflex.provisioner.reconcile;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.weights.migration.Action;
import dev.lambdaflex.weights.migration.Decision;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.split.RecordSet;

/**
 * Acts on one decision under one lease. A process may stall between any two calls until another one has taken over, so
 *
 * <pre>
 *   the store   checks the lease with each write
 *   the tier    cannot check it: the store is asked right before each call
 *   the zone    checks the writer in the owner's note; a tick that finds another one there claims it
 * </pre>
 *
 * Without the claim a predecessor that is still under way would be refused only after our first change of the records, which
 * may be hours away.
 */
final class Execution {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final CloudPorts ports;
    private final MigrationStore store;
    private final Seam seam;
    private final InstantSource clock;
    private final Lease lease;
    private final Writer us;
    private final List<Event> events = new ArrayList<>();
    private MigrationState state;
    private Writer last;
    private Optional<String> refusal = Optional.empty();

    /**
     * An execution.
     *
     * @param state as it was decided and is written down
     * @param last  who wrote the records last, as this tick saw it
     */
    Execution(CloudPorts ports, MigrationStore store, Seam seam, InstantSource clock, Lease lease, MigrationState state,
            Writer last) {
        this.ports = ports;
        this.store = store;
        this.seam = seam;
        this.clock = clock;
        this.lease = lease;
        this.state = state;
        this.us = new Writer(store.id(), lease.token());
        this.last = last;
    }

    /**
     * Does what was decided.
     *
     * @param live the records as this tick saw them
     * @throws StaleWriteException when the lease is over: nothing was done from then on
     */
    void run(Decision decision, Optional<RecordSet> live) {
        try {
            boolean claims = decision.actions().stream().anyMatch(Action.ChangeRecords.class::isInstance);
            // Who is to be refused finds out before anything else is done.
            if (!us.follows(last) || (!claims && !isClaimed())) {
                live.ifPresent(this::claim);
            }
            decision.actions().stream().filter(this::isAllowed).forEach(action -> act(action, decision.reason()));
        } catch (TermOver e) {
            refusal = Optional.of(e.sentence);
            LOG.warn("{}: {}", lease.app(), e.sentence);
        }
    }

    /** The state with what the calls have told. */
    MigrationState state() {
        return state;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** Why the zone takes nothing from us; empty when it does. */
    Optional<String> refusal() {
        return refusal;
    }

    private boolean isClaimed() {
        return last.equals(us);
    }

    /** While the zone is not ours a predecessor may still send traffic to the tier, so that the tier has to stay. */
    private boolean isAllowed(Action action) {
        return isClaimed() || !(action instanceof Action.RemoveFargate);
    }

    private void claim(RecordSet live) {
        try {
            change(live, live, "term " + lease.token() + " begins");
        } catch (CloudException e) {
            failed("marks the records as those of term " + lease.token(), e);
        }
    }

    private void act(Action action, String reason) {
        try {
            call(action, reason);
            events.add(Events.action(lease.app(), state, Events.describe(action), clock.instant()));
        } catch (CloudException e) {
            failed(Events.describe(action), e);
        }
    }

    private void call(Action action, String reason) {
        switch (action) {
            case Action.ChangeRecords change -> {
                String id = change(change.expected(), change.wanted(), state.run() + ": " + reason);
                state = state.recordsChanged(id, clock.instant());
            }
            case Action.BuildFargate build ->
                proven("fargate.build", () -> ports.fargate().build(build.token(), build.tasks()));
            case Action.ScaleFargate scale -> proven("fargate.scale", () -> ports.fargate().scale(scale.tasks()));
            case Action.ReserveLambda reserve ->
                proven("lambda.reserve", () -> ports.lambda().reserve(reserve.environments()));
            case Action.RemoveFargate remove ->
                proven("fargate.remove", () -> ports.fargate().remove(remove.token()));
        }
    }

    private String change(RecordSet expected, RecordSet wanted, String comment) {
        confirm();
        try {
            String id = seam.pass("zone.change",
                    () -> ports.zone().change(expected, wanted, us, comment));
            last = us;
            return id;
        } catch (StaleWriteException e) {
            throw new TermOver(String.valueOf(e.getMessage()));
        }
    }

    private void proven(String site, Runnable call) {
        confirm();
        seam.pass(site, () -> {
            call.run();
            return site;
        });
    }

    private void confirm() {
        seam.pass("store.confirm", () -> {
            store.confirm(lease);
            return lease;
        });
    }

    private void failed(String what, CloudException e) {
        LOG.warn("{}: {} failed: {}", lease.app(), what, e.getMessage());
        events.add(Events.failure(lease.app(), state, what + " failed: " + e.getMessage(), clock.instant()));
    }

    /** The zone was written under a later term, or by somebody else. */
    private static final class TermOver extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String sentence;

        TermOver(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }
}
