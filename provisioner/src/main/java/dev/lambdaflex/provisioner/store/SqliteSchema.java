package dev.lambdaflex.provisioner.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of a {@link SqliteStore}, made at the first opening and checked at each. */
final class SqliteSchema {

    /** Rises with each change of the tables. */
    static final int VERSION = 1;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT",
            "CREATE TABLE terms (app TEXT PRIMARY KEY, holder TEXT NOT NULL, token INTEGER NOT NULL,"
                    + " until_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE states (app TEXT PRIMARY KEY REFERENCES terms (app), version INTEGER NOT NULL,"
                    + " state TEXT NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE events (seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,"
                    + " app TEXT NOT NULL REFERENCES terms (app), kind TEXT NOT NULL, actor TEXT NOT NULL,"
                    + " phase TEXT NOT NULL, share_before INTEGER NOT NULL, share_after INTEGER NOT NULL,"
                    + " text TEXT NOT NULL) STRICT",
            "CREATE INDEX events_by_app ON events (app, seq)",
            "CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN"
                    + " SELECT RAISE(ABORT, 'events are never changed'); END",
            "CREATE TRIGGER events_remain BEFORE DELETE ON events BEGIN"
                    + " SELECT RAISE(ABORT, 'events are never removed'); END",
            "INSERT INTO schema_version (version) VALUES (" + VERSION + ")");

    /** Files of before it was known have none yet. They are given one, and programs of before do not mind. */
    private static final List<String> NAME = List.of("CREATE TABLE store (id TEXT NOT NULL) STRICT",
            "INSERT INTO store (id) VALUES (lower(hex(randomblob(8))))");

    private SqliteSchema() {}

    /** Makes the tables in an empty file; refuses a file that is damaged or newer than this program. */
    static void prepare(Connection connection, Path file) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            make(connection, sql, "schema_version", TABLES);
            check(sql, file);
            int version = number(sql, "SELECT version FROM schema_version");
            if (version != VERSION) {
                throw new StoreException("%s has schema version %d (expected: at most %d): use a newer lambdaflex"
                        .formatted(file, version, VERSION));
            }
            make(connection, sql, "store", NAME);
        }
    }

    /** Does {@code statements} unless their table is there already. */
    private static void make(Connection connection, Statement sql, String table, List<String> statements)
            throws SQLException {
        if (has(sql, table)) {
            return;
        }
        connection.setAutoCommit(false);
        try {
            // Another process may have made them since: the transaction takes the write lock with this first read.
            if (!has(sql, table)) {
                for (String statement : statements) {
                    sql.execute(statement);
                }
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean has(Statement sql, String table) throws SQLException {
        return number(sql, "SELECT count(*) FROM sqlite_schema WHERE name = '%s'".formatted(table)) == 1;
    }

    private static void check(Statement sql, Path file) throws SQLException {
        try (ResultSet rows = sql.executeQuery("PRAGMA quick_check(1)")) {
            String finding = rows.next() ? rows.getString(1) : "no answer";
            if (!finding.equals("ok")) {
                throw new StoreException(SqliteFile.damaged(file, finding));
            }
        }
    }

    private static int number(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            if (!rows.next()) {
                throw new SQLException("no row: " + query);
            }
            return rows.getInt(1);
        }
    }
}
