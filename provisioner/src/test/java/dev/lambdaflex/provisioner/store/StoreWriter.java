package dev.lambdaflex.provisioner.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.lambdaflex.provisioner.reconcile.Lease;
import dev.lambdaflex.provisioner.reconcile.MigrationStore.Stored;

/** The process that {@link KilledWriterIT} kills: it writes for ever and says after each commit what it has written. */
final class StoreWriter {

    private StoreWriter() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        String holder = arguments[1];
        try (SqliteStore store = SqliteStore.open(file)) {
            // Each start comes after the end of the term before it.
            Instant now = Instant.EPOCH.plus(Duration.ofDays(Long.parseLong(holder)));
            Lease lease = store.acquire("pets", holder, Duration.ofHours(1), now).orElseThrow();
            System.out.println("token " + lease.token());
            for (long version = store.load("pets").map(Stored::version).orElse(0L);; version++) {
                store.save(new RandomStates(version + 1).state(), version,
                        List.of(MigrationStoreContract.event("pets", "version " + (version + 1))), lease);
                System.out.println("saved " + (version + 1));
            }
        }
    }
}
