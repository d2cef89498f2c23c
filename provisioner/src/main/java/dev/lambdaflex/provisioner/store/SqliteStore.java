package dev.lambdaflex.provisioner.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.Lease;
import dev.lambdaflex.provisioner.reconcile.MigrationStore;
import dev.lambdaflex.weights.migration.MigrationState;

/** The store of a provisioner on one machine: one SQLite file, which several processes may open. */
public final class SqliteStore implements MigrationStore {

    private final StateCodec codec = new StateCodec();
    private final Path path;
    private final SqliteFile file;
    private final String id;

    private SqliteStore(Path path, SqliteFile file) {
        this.path = path;
        this.file = file;
        this.id = file.read(Rows::store);
    }

    /**
     * Opens {@code path}, which is created when it is missing: mode 0600, in a folder of mode 0700.
     *
     * @throws StoreException when it is damaged, newer than this program, or cannot be written
     */
    public static SqliteStore open(Path path) {
        return new SqliteStore(path, SqliteFile.open(path));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<String> apps() {
        return file.read(sql -> {
            try (PreparedStatement query = sql.prepareStatement("SELECT app FROM states ORDER BY app");
                    ResultSet rows = query.executeQuery()) {
                List<String> apps = new ArrayList<>();
                while (rows.next()) {
                    apps.add(rows.getString(1));
                }
                return apps;
            }
        });
    }

    @Override
    public Optional<Stored> load(String app) {
        return file.read(sql -> Rows.state(sql, app)).map(row -> new Stored(decoded(app, row.text()), row.version()));
    }

    @Override
    public long save(MigrationState state, long version, List<Event> events, Lease lease) {
        Term.guardEvents(events, lease);
        String text = codec.write(state);
        return file.write(sql -> {
            Term.guard(Rows.term(sql, lease.app()), lease);
            Term.guardVersion(Rows.state(sql, lease.app()).map(Rows.State::version).orElse(0L), version, lease);
            Rows.put(sql, lease.app(), text, version + 1);
            Rows.append(sql, events);
            return version + 1;
        });
    }

    @Override
    public void append(List<Event> events, Lease lease) {
        Term.guardEvents(events, lease);
        file.write(sql -> {
            Term.guard(Rows.term(sql, lease.app()), lease);
            Rows.append(sql, events);
            return events.size();
        });
    }

    @Override
    public Optional<Lease> acquire(String app, String holder, Duration term, Instant now) {
        return file.write(sql -> {
            Optional<Lease> lease = Term.acquire(Rows.term(sql, app), app, holder, term, now);
            if (lease.isPresent()) {
                Rows.put(sql, app, Term.of(lease.get()));
            }
            return lease;
        });
    }

    @Override
    public void confirm(Lease lease) {
        Term.guard(file.read(sql -> Rows.term(sql, lease.app())), lease);
    }

    @Override
    public void release(Lease lease) {
        file.write(sql -> {
            Optional<Term> present = Rows.term(sql, lease.app()).filter(term -> term.isOf(lease));
            if (present.isPresent()) {
                Rows.put(sql, lease.app(), present.get().released());
            }
            return present;
        });
    }

    @Override
    public List<Event> events(String app, long after, int limit) {
        return file.read(sql -> Rows.events(sql, app, after, limit));
    }

    @Override
    public void close() {
        file.close();
    }

    private MigrationState decoded(String app, String text) {
        try {
            return codec.read(text);
        } catch (StoreException e) {
            throw new StoreException("app '%s' in %s: %s".formatted(app, path, e.getMessage()), e);
        }
    }
}
