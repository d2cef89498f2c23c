package dev.lambdaflex.simulator.virtual;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.Lease;
import dev.lambdaflex.provisioner.reconcile.MigrationStore;
import dev.lambdaflex.provisioner.reconcile.Seam;
import dev.lambdaflex.weights.migration.MigrationState;

/** A store whose writes pass a seam. Its leases and reads pass the reconciler's own. */
record SeamedStore(MigrationStore store, Seam seam) implements MigrationStore {

    @Override
    public List<String> apps() {
        return store.apps();
    }

    @Override
    public Optional<Stored> load(String app) {
        return store.load(app);
    }

    @Override
    public long save(MigrationState state, long version, List<Event> events, Lease lease) {
        return seam.pass("store.save", () -> store.save(state, version, events, lease));
    }

    @Override
    public void append(List<Event> events, Lease lease) {
        seam.pass("store.append", () -> {
            store.append(events, lease);
            return events;
        });
    }

    @Override
    public Optional<Lease> acquire(String app, String holder, Duration term, Instant now) {
        return store.acquire(app, holder, term, now);
    }

    @Override
    public void release(Lease lease) {
        store.release(lease);
    }

    @Override
    public List<Event> events(String app, long after, int limit) {
        return store.events(app, after, limit);
    }

    @Override
    public void close() {
        store.close();
    }
}
