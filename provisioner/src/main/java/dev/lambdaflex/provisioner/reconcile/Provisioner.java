package dev.lambdaflex.provisioner.reconcile;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.weights.migration.Request;

/**
 * All apps of one process. An app is ticked by one thread at a time; a person's request waits for the tick under way. An app
 * that fails in an unforeseen way keeps its last status and does not stop the others.
 */
public final class Provisioner implements Apps {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);

    private final Map<String, Reconciler> reconcilers = new TreeMap<>();
    private final Map<String, Status> last = new ConcurrentHashMap<>();
    private final MigrationStore store;
    private final InstantSource clock;

    public Provisioner(List<Reconciler> reconcilers, MigrationStore store, InstantSource clock) {
        reconcilers.forEach(reconciler -> this.reconcilers.put(reconciler.app(), reconciler));
        this.store = store;
        this.clock = clock;
    }

    /** Ticks every app once. */
    public void tick() {
        reconcilers.values().forEach(this::tick);
    }

    private void tick(Reconciler reconciler) {
        synchronized (reconciler) {
            try {
                reconciler.tick().ifPresent(status -> last.put(reconciler.app(), status));
            } catch (StaleWriteException e) {
                LOG.warn("{}: {}", reconciler.app(), e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("{}: the tick failed", reconciler.app(), e);
            }
        }
    }

    @Override
    public List<Status> all() {
        List<Status> all = new ArrayList<>();
        reconcilers.keySet().forEach(app -> status(app).ifPresent(all::add));
        return all;
    }

    @Override
    public Optional<Status> status(String app) {
        Reconciler reconciler = reconcilers.get(app);
        if (reconciler == null) {
            return Optional.empty();
        }
        Status status = last.get(app);
        return Optional.of(status != null ? status : reconciler.stored(clock.instant()));
    }

    @Override
    public Outcome request(String app, Request request, OptionalLong ifVersion) {
        Reconciler reconciler = reconcilers.get(app);
        if (reconciler == null) {
            throw new IllegalArgumentException("app: '%s' (expected: one of %s)".formatted(app, reconcilers.keySet()));
        }
        synchronized (reconciler) {
            try {
                Outcome outcome = reconciler.request(request, ifVersion);
                if (outcome instanceof Outcome.Done done) {
                    last.put(app, done.status());
                }
                return outcome;
            } catch (StaleWriteException e) {
                return new Outcome.Unavailable(String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    public List<Event> events(String app, long after, int limit) {
        return store.events(app, after, limit);
    }
}
