package dev.lambdaflex.provisioner.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.lambdaflex.weights.gate.GateReport;
import dev.lambdaflex.weights.migration.Answer;
import dev.lambdaflex.weights.migration.Decision;
import dev.lambdaflex.weights.migration.Migration;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Observation;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.migration.Request;

/**
 * Ticks one app: observe, decide, persist, act. It remembers nothing between ticks, so it may be dropped and made anew
 * at any point. Not thread-safe: one caller at a time.
 */
public final class Reconciler {

    private final String app;
    private final String holder;
    private final CloudPorts ports;
    private final MigrationStore store;
    private final Policy policy;
    private final Duration leaseTerm;
    private final InstantSource clock;
    private final Seam seam;

    /**
     * A reconciler.
     *
     * @param holder    who holds the lease: a name that is new with each start of a process
     * @param leaseTerm how long a lease lasts unless renewed; several ticks
     */
    public Reconciler(String app, String holder, CloudPorts ports, MigrationStore store, Policy policy,
            Duration leaseTerm,
            InstantSource clock, Seam seam) {
        this.app = app;
        this.holder = holder;
        this.ports = ports;
        this.store = store;
        this.policy = policy;
        this.leaseTerm = leaseTerm;
        this.clock = clock;
        this.seam = seam;
    }

    public String app() {
        return app;
    }

    /** One tick. Empty when another provisioner holds the lease. */
    public Optional<Status> tick() {
        return lease().map(lease -> {
            MigrationStore.Stored stored = stored();
            Instant now = clock.instant();
            Observer.Sight sight = Observer.look(ports, seam, stored.state(), policy, now);
            Decision decision = Migration.next(stored.state(), sight.seen(), policy, now);
            Status status = new Status(app, stored.version(), stored.state(), sight.seen(), decision.reason(),
                    decision.gates(), now);
            return carryOut(status, decision, lease, sight.writer());
        });
    }

    /** Puts a person's request and ticks at once when it is taken. */
    public Outcome request(Request request, OptionalLong ifVersion) {
        Optional<Lease> lease = lease();
        if (lease.isEmpty()) {
            return new Outcome.Unavailable("another provisioner holds the lease on %s; ask that one".formatted(app));
        }
        MigrationStore.Stored stored = stored();
        if (ifVersion.isPresent() && ifVersion.getAsLong() != stored.version()) {
            return new Outcome.Stale(stored.version());
        }
        Instant now = clock.instant();
        Observation seen = Observer.lookClosely(ports, seam, stored.state(), policy, now).seen();
        return switch (Migration.apply(stored.state(), request, seen, policy, now)) {
            case Answer.Refused refused -> new Outcome.Refused(refused.sentence(), refused.rules());
            case Answer.Accepted accepted -> take(request, accepted, stored, now, lease.get());
        };
    }

    /** The state as it is stored, without a tick. */
    public Status stored(Instant now) {
        MigrationStore.Stored stored = stored();
        return new Status(app, stored.version(), stored.state(), Observation.blind("not looked yet"), "not looked yet",
                GateReport.NONE, now);
    }

    private Outcome take(Request request, Answer.Accepted accepted, MigrationStore.Stored stored, Instant now,
            Lease lease) {
        String text = request.verb().label() + ": " + accepted.sentence()
                + (request.reason().isBlank() ? "" : " (" + request.reason() + ")");
        Event event = Events.request(app, request.actor(), stored.state(), accepted.state(), text, now);
        save(accepted.state(), stored.version(), List.of(event), lease);
        return tick().<Outcome>map(status -> new Outcome.Done(status, accepted.sentence()))
                .orElseGet(() -> new Outcome.Unavailable(
                        "the lease on %s was lost; the request is written down".formatted(app)));
    }

    private Status carryOut(Status before, Decision decision, Lease lease, Writer last) {
        MigrationState decided = decision.state();
        long version = before.version();
        if (!decided.equals(before.state())) {
            List<Event> events = Events.transition(app, before.state(), decided, decision.reason(), before.at());
            version = save(decided, version, events, lease);
        }
        Execution execution = new Execution(ports, store, seam, clock, lease, decided, last);
        execution.run(decision, before.seen().records());
        MigrationState acted = execution.state();
        if (!acted.equals(decided)) {
            version = save(acted, version, execution.events(), lease);
        } else if (!execution.events().isEmpty()) {
            seam.pass("store.append", () -> appended(execution.events(), lease));
        }
        return new Status(app, version, acted, before.seen(), execution.refusal().orElse(before.reason()),
                before.gates(), before.at());
    }

    private long save(MigrationState state, long version, List<Event> events, Lease lease) {
        return seam.pass("store.save", () -> store.save(state, version, events, lease));
    }

    private boolean appended(List<Event> events, Lease lease) {
        store.append(events, lease);
        return true;
    }

    private Optional<Lease> lease() {
        return seam.pass("store.acquire", () -> store.acquire(app, holder, leaseTerm, clock.instant()));
    }

    private MigrationStore.Stored stored() {
        return seam.pass("store.load", () -> store.load(app))
                .orElseGet(() -> new MigrationStore.Stored(MigrationState.initial(policy.plan(), clock.instant()), 0));
    }
}
