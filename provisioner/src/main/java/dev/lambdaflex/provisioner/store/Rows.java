package dev.lambdaflex.provisioner.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.Event;

/** The rows of a {@link SqliteStore} as values and back. There is no statement here that changes or removes an event. */
final class Rows {

    private Rows() {}

    /** A state as text, with its version. */
    record State(String text, long version) {}

    static String store(Connection sql) throws SQLException {
        try (PreparedStatement query = sql.prepareStatement("SELECT id FROM store");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the store has no name");
            }
            return row.getString(1);
        }
    }

    static Optional<State> state(Connection sql, String app) throws SQLException {
        try (PreparedStatement query = sql.prepareStatement("SELECT state, version FROM states WHERE app = ?")) {
            query.setString(1, app);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new State(row.getString(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    static void put(Connection sql, String app, String state, long version) throws SQLException {
        try (PreparedStatement change = sql.prepareStatement("INSERT INTO states (app, version, state) VALUES (?, ?, ?)"
                + " ON CONFLICT (app) DO UPDATE SET version = excluded.version, state = excluded.state")) {
            change.setString(1, app);
            change.setLong(2, version);
            change.setString(3, state);
            change.executeUpdate();
        }
    }

    static Optional<Term> term(Connection sql, String app) throws SQLException {
        try (PreparedStatement query = sql
                .prepareStatement("SELECT holder, token, until_ms FROM terms WHERE app = ?")) {
            query.setString(1, app);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Term(row.getString(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3))))
                        : Optional.empty();
            }
        }
    }

    static void put(Connection sql, String app, Term term) throws SQLException {
        try (PreparedStatement change = sql
                .prepareStatement("INSERT INTO terms (app, holder, token, until_ms) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (app) DO UPDATE SET holder = excluded.holder, token = excluded.token,"
                        + " until_ms = excluded.until_ms")) {
            change.setString(1, app);
            change.setString(2, term.holder());
            change.setLong(3, term.token());
            change.setLong(4, term.until().toEpochMilli());
            change.executeUpdate();
        }
    }

    static void append(Connection sql, List<Event> events) throws SQLException {
        try (PreparedStatement insert = sql.prepareStatement("INSERT INTO events"
                + " (at, app, kind, actor, phase, share_before, share_after, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Event event : events) {
                insert.setString(1, event.at().toString());
                insert.setString(2, event.app());
                insert.setString(3, event.kind().name());
                insert.setString(4, event.actor());
                insert.setString(5, event.phase());
                insert.setInt(6, event.before());
                insert.setInt(7, event.after());
                insert.setString(8, event.text());
                insert.executeUpdate();
            }
        }
    }

    static List<Event> events(Connection sql, String app, long after, int limit) throws SQLException {
        try (PreparedStatement query = sql
                .prepareStatement("SELECT seq, at, app, kind, actor, phase, share_before, share_after, text FROM events"
                        + " WHERE app = ? AND seq > ? ORDER BY seq LIMIT ?")) {
            query.setString(1, app);
            query.setLong(2, after);
            query.setInt(3, limit);
            try (ResultSet rows = query.executeQuery()) {
                List<Event> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        }
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(row.getLong(1), Instant.parse(row.getString(2)), row.getString(3),
                Event.Kind.valueOf(row.getString(4)), row.getString(5), row.getString(6), row.getInt(7), row.getInt(8),
                row.getString(9));
    }
}
