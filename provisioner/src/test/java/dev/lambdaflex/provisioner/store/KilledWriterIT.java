package dev.lambdaflex.provisioner.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.Lease;
import dev.lambdaflex.provisioner.reconcile.MigrationStore.Stored;

/** A process that writes the store is killed with SIGKILL again and again; what it acknowledged stays. */
class KilledWriterIT {

    private static final int KILLS = Integer.getInteger("lambdaflex.kills", 60);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothingAcknowledgedIsLost() throws IOException, InterruptedException {
        Path file = folder.resolve("lambdaflex.db");
        Random random = new Random(200);
        Acknowledged last = new Acknowledged(0, 0);
        for (int round = 1; round <= KILLS; round++) {
            last = last.or(killedAfter(random.nextInt(20), random.nextInt(2_000_000), file, round));
            last = checked(file, last, round);
        }
        System.out.printf("%d kills, %d versions acknowledged, fencing token %d%n", KILLS, last.version(),
                last.token());
    }

    private record Acknowledged(long version, long token) {

        Acknowledged or(Acknowledged later) {
            return new Acknowledged(Math.max(version, later.version), Math.max(token, later.token));
        }
    }

    /** Starts a writer, waits for {@code lines} of it and a moment more, kills it, and reads all that it had said. */
    private Acknowledged killedAfter(int lines, int nanos, Path file, int round)
            throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"),
                StoreWriter.class.getName(), file.toString(), Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
            Acknowledged acknowledged = new Acknowledged(0, 0);
            for (int i = 0; i < lines; i++) {
                acknowledged = acknowledged.or(parsed(said.readLine()));
            }
            long until = System.nanoTime() + nanos;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            // Process.destroyForcibly would close our end of the pipe, and what it still holds was acknowledged, too.
            writer.toHandle().destroyForcibly();
            for (String line : said.lines().toList()) {
                acknowledged = acknowledged.or(parsed(line));
            }
            assertThat(writer.waitFor()).as("killed by SIGKILL").isEqualTo(128 + 9);
            return acknowledged;
        } finally {
            writer.destroyForcibly();
        }
    }

    private static Acknowledged parsed(@Nullable String line) {
        assertThat(line).as("the writer ended by itself").isNotNull();
        String[] words = String.valueOf(line).split(" ", -1);
        if (words.length != 2 || words[1].isEmpty()) {
            return new Acknowledged(0, 0);
        }
        return words[0].equals("token")
                ? new Acknowledged(0, Long.parseLong(words[1]))
                : new Acknowledged(Long.parseLong(words[1]), 0);
    }

    /** Opening checks the file; then state, events and term must tell one story that ends no earlier than acknowledged. */
    private static Acknowledged checked(Path file, Acknowledged last, int round) {
        try (SqliteStore store = SqliteStore.open(file)) {
            long version = store.load("pets").map(Stored::version).orElse(0L);
            assertThat(version).as("version after kill %d", round).isGreaterThanOrEqualTo(last.version());
            if (version > 0) {
                assertThat(store.load("pets").map(Stored::state)).contains(new RandomStates(version).state());
            }
            List<Event> events = store.events("pets", Math.max(0, version - 50), 1_000);
            assertThat(events).extracting(Event::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(Math.max(1, version - 49), version).boxed().toList());
            assertThat(events).allSatisfy(event -> assertThat(event.text()).isEqualTo("version " + event.seq()));
            Lease lease = store.acquire("pets", "check", Duration.ofMillis(1),
                    Instant.EPOCH.plus(Duration.ofHours(24L * round + 2))).orElseThrow();
            assertThat(lease.token()).as("token after kill %d", round).isGreaterThan(last.token());
            assertThat(Files.exists(file)).isTrue();
            return new Acknowledged(version, lease.token());
        }
    }
}
