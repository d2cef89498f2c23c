package dev.lambdaflex.provisioner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.lambdaflex.provisioner.reconcile.Lease;
import dev.lambdaflex.provisioner.reconcile.MigrationStore;
import dev.lambdaflex.provisioner.reconcile.StaleWriteException;

class SqliteStoreTest extends MigrationStoreContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    MigrationStore open() {
        return SqliteStore.open(file());
    }

    private Path file() {
        return folder.resolve("state/lambdaflex.db");
    }

    @Test
    void whatWasWrittenIsThereAfterReopening() {
        try (MigrationStore store = open()) {
            Lease lease = store.acquire("pets", "a", TERM, NOON).orElseThrow();
            store.save(new RandomStates(1).state(), 0, List.of(event("pets", "one")), lease);
        }
        try (MigrationStore store = open()) {
            assertThat(store.load("pets")).contains(new MigrationStore.Stored(new RandomStates(1).state(), 1));
            assertThat(store.events("pets", 0, 9)).containsExactly(event("pets", "one").numbered(1));
            assertThat(store.acquire("pets", "b", TERM, NOON)).isEmpty();
            assertThat(store.acquire("pets", "b", TERM, NOON.plus(TERM)).map(Lease::token)).contains(2L);
        }
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        assertThat(permissions(file())).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("state/lambdaflex.db-wal"))).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("state"))).isEqualTo("rwx------");
    }

    @Test
    void itIsOpenedTheDurableWay() throws SQLException {
        try (SqliteFile file = SqliteFile.open(file())) {
            for (String[] setting : new String[][]{{"journal_mode", "wal"}, {"synchronous", "2"},
                    {"foreign_keys", "1"}, {"busy_timeout", "5000"}}) {
                assertThat(file.<String>read(sql -> {
                    try (Statement query = sql.createStatement()) {
                        return query.executeQuery("PRAGMA " + setting[0]).getString(1);
                    }
                })).as(setting[0]).isEqualTo(setting[1]);
            }
        }
    }

    @Test
    void eventsCannotBeChangedOrRemovedEvenByHand() throws SQLException {
        try (MigrationStore store = open()) {
            store.append(List.of(event("pets", "one")), store.acquire("pets", "a", TERM, NOON).orElseThrow());
        }
        for (String change : List.of("UPDATE events SET text = 'other'", "DELETE FROM events")) {
            assertThatThrownBy(() -> byHand(change)).hasMessageContaining("events are never");
        }
    }

    @Test
    void aNewerSchemaIsRefusedInOneSentence() throws SQLException {
        byHand("UPDATE schema_version SET version = 2");
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class)
                .hasMessage(
                        file() + " has schema version 2 (expected: at most 1): use a newer lambdaflex");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedInOneSentence() throws IOException {
        Path other = folder.resolve("notes.db");
        Files.writeString(other, "dear diary, ".repeat(1_000));
        assertThatThrownBy(() -> SqliteStore.open(other)).isInstanceOf(StoreException.class)
                .hasMessageStartingWith(other + " is damaged (")
                .hasMessageEndingWith("): put a copy of it back, or move it away to begin anew");
        assertThat(Files.readString(other)).startsWith("dear diary");
    }

    @Test
    void aFileWithADamagedPageIsRefusedInOneSentence() throws IOException, SQLException {
        try (MigrationStore store = open()) {
            Lease lease = store.acquire("pets", "a", TERM, NOON).orElseThrow();
            store.append(IntStream.range(0, 500).mapToObj(i -> event("pets", "event " + i)).toList(), lease);
        }
        byHand("PRAGMA wal_checkpoint(TRUNCATE)");
        closeStore();
        try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.seek(bytes.length() / 2 / 4096 * 4096);
            bytes.write(new byte[4096]);
        }
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class)
                .hasMessageStartingWith(file() + " is damaged (")
                .hasMessageNotContaining("\n");
        Files.delete(file());
        openStore();
    }

    @Test
    void aMalformedStateHurtsOnlyItsApp() throws SQLException {
        try (MigrationStore store = open()) {
            for (String app : List.of("pets", "zoo")) {
                store.save(new RandomStates(1).state(), 0, List.of(),
                        store.acquire(app, "a", TERM, NOON).orElseThrow());
            }
            byHand("UPDATE states SET state = '{\"schema\":1}' WHERE app = 'pets'");
            assertThatThrownBy(() -> store.load("pets")).isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("app 'pets' in " + file() + ": the stored state cannot be read: ");
            assertThat(store.load("zoo")).isPresent();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path blocked = Files.createFile(folder.resolve("file")).resolve("lambdaflex.db");
        assertThatThrownBy(() -> SqliteStore.open(blocked)).isInstanceOf(StoreException.class)
                .hasMessageStartingWith(blocked + " cannot be created: ");
    }

    @Test
    void ofTwoProcessesThatSaveTheSameVersionOneWins() {
        try (MigrationStore one = open(); MigrationStore other = open()) {
            Lease lease = one.acquire("pets", "a", TERM, NOON).orElseThrow();
            one.save(new RandomStates(1).state(), 0, List.of(), lease);
            assertThatThrownBy(() -> other.save(new RandomStates(2).state(), 0, List.of(), lease))
                    .isInstanceOf(StaleWriteException.class);
            assertThat(other.load("pets").map(MigrationStore.Stored::state)).contains(new RandomStates(1).state());
        }
    }

    @Test
    void manyThreadsWithTwoConnectionsLoseNoEvent() {
        try (MigrationStore one = open(); MigrationStore other = open()) {
            Lease lease = one.acquire("pets", "a", TERM, NOON).orElseThrow();
            IntStream.range(0, 200)
                    .parallel()
                    .forEach(i -> (i % 2 == 0 ? one : other).append(List.of(event("pets", "event " + i)), lease));
            assertThat(one.events("pets", 0, 1_000)).extracting(event -> event.seq())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 200).mapToObj(Long::valueOf).toList());
        }
    }

    @Test
    void itKeepsItsNameAndAnotherFileHasAnother() {
        try (MigrationStore one = open();
                MigrationStore same = open();
                MigrationStore other = SqliteStore.open(folder.resolve("other/lambdaflex.db"))) {
            assertThat(same.id()).isEqualTo(one.id());
            assertThat(other.id()).isNotEqualTo(one.id());
        }
    }

    @Test
    void aFileOfBeforeStoresHadNamesIsGivenOne() throws SQLException {
        open().close();
        byHand("DROP TABLE store");
        try (MigrationStore store = open()) {
            assertThat(store.id()).hasSize(16);
        }
    }

    private void byHand(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
