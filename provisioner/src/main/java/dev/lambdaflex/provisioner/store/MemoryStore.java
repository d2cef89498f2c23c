package dev.lambdaflex.provisioner.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.Lease;
import dev.lambdaflex.provisioner.reconcile.MigrationStore;
import dev.lambdaflex.weights.migration.MigrationState;

/**
 * A store for virtual time. What is saved is written down as text and read back at once, as from a file: what cannot be written
 * down is found out here, too.
 */
public final class MemoryStore implements MigrationStore {

    private final String id;
    private final StateCodec codec = new StateCodec();
    private final Map<String, Stored> states = new TreeMap<>();
    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, List<Event>> events = new HashMap<>();
    private long lastEvent;

    /** The store of a virtual world that has but one. */
    public MemoryStore() {
        this("memory");
    }

    public MemoryStore(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized List<String> apps() {
        return List.copyOf(states.keySet());
    }

    @Override
    public synchronized Optional<Stored> load(String app) {
        return Optional.ofNullable(states.get(app));
    }

    @Override
    public synchronized long save(MigrationState state, long version, List<Event> newEvents, Lease lease) {
        Term.guardEvents(newEvents, lease);
        Term.guard(term(lease.app()), lease);
        Stored present = states.get(lease.app());
        Term.guardVersion(present == null ? 0 : present.version(), version, lease);
        states.put(lease.app(), new Stored(codec.read(codec.write(state)), version + 1));
        keep(newEvents);
        return version + 1;
    }

    @Override
    public synchronized void append(List<Event> newEvents, Lease lease) {
        Term.guardEvents(newEvents, lease);
        Term.guard(term(lease.app()), lease);
        keep(newEvents);
    }

    @Override
    public synchronized Optional<Lease> acquire(String app, String holder, Duration term, Instant now) {
        Optional<Lease> lease = Term.acquire(term(app), app, holder, term, now);
        lease.ifPresent(given -> terms.put(app, Term.of(given)));
        return lease;
    }

    @Override
    public synchronized void confirm(Lease lease) {
        Term.guard(term(lease.app()), lease);
    }

    @Override
    public synchronized void release(Lease lease) {
        terms.computeIfPresent(lease.app(), (_, term) -> term.isOf(lease) ? term.released() : term);
    }

    @Override
    public synchronized List<Event> events(String app, long after, int limit) {
        return events.getOrDefault(app, List.of())
                .stream()
                .filter(event -> event.seq() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public void close() {
        // Nothing to give back: a provisioner that starts again in the same virtual world finds what it left.
    }

    private Optional<Term> term(String app) {
        return Optional.ofNullable(terms.get(app));
    }

    private void keep(List<Event> newEvents) {
        for (Event event : newEvents) {
            lastEvent++;
            events.computeIfAbsent(event.app(), _ -> new ArrayList<>()).add(event.numbered(lastEvent));
        }
    }
}
