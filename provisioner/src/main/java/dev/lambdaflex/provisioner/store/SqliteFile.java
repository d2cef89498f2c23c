package dev.lambdaflex.provisioner.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One SQLite file behind one connection, which one thread uses at a time.
 *
 * <p>{@code synchronous=FULL} makes a commit wait for the disk: what was acknowledged outlives a power cut. Transactions
 * begin IMMEDIATE, so that a condition read in one still holds when it writes.
 */
final class SqliteFile implements AutoCloseable {

    private static final int BUSY_MILLIS = 5_000;

    private final Path file;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private SqliteFile(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Work on the connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    static SqliteFile open(Path file) {
        try {
            PrivateFiles.create(file);
        } catch (IOException e) {
            throw new StoreException("%s cannot be created: %s".formatted(file, e), e);
        }
        try {
            return prepared(file, DriverManager.getConnection("jdbc:sqlite:" + file, settings().toProperties()));
        } catch (SQLException e) {
            throw explained(file, e);
        }
    }

    private static SqliteFile prepared(Path file, Connection connection) throws SQLException {
        boolean ready = false;
        try {
            SqliteSchema.prepare(connection, file);
            ready = true;
            return new SqliteFile(file, connection);
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    private static SQLiteConfig settings() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(JournalMode.WAL);
        settings.setSynchronous(SynchronousMode.FULL);
        settings.setTransactionMode(TransactionMode.IMMEDIATE);
        settings.enforceForeignKeys(true);
        settings.setBusyTimeout(BUSY_MILLIS);
        return settings;
    }

    /** Reads. */
    <T> T read(Work<T> work) {
        lock.lock();
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw explained(file, e);
        } finally {
            lock.unlock();
        }
    }

    /** Reads and writes in one transaction: all of it or nothing. */
    <T> T write(Work<T> work) {
        return read(open -> {
            open.setAutoCommit(false);
            boolean committed = false;
            try {
                T result = work.on(open);
                open.commit();
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    open.rollback();
                }
                open.setAutoCommit(true);
            }
        });
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw explained(file, e);
        } finally {
            lock.unlock();
        }
    }

    static String damaged(Path file, String finding) {
        return "%s is damaged (%s): put a copy of it back, or move it away to begin anew"
                .formatted(file, finding.lines().findFirst().orElse("unknown"));
    }

    private static StoreException explained(Path file, SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException sqlite
                ? sqlite.getResultCode()
                : SQLiteErrorCode.UNKNOWN_ERROR;
        int primary = code.code & 0xff;
        boolean broken = primary == SQLiteErrorCode.SQLITE_CORRUPT.code
                || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
        if (broken) {
            return new StoreException(damaged(file, code.message), e);
        }
        return primary == SQLiteErrorCode.SQLITE_BUSY.code
                ? new StoreException("%s is in use by another process".formatted(file), e)
                : new StoreException("%s cannot be used: %s".formatted(file, e.getMessage()), e);
    }
}
