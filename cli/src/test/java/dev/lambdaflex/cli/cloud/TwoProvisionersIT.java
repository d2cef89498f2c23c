package dev.lambdaflex.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.MigrationStore;
import dev.lambdaflex.provisioner.reconcile.Reconciler;
import dev.lambdaflex.provisioner.reconcile.Seam;
import dev.lambdaflex.provisioner.reconcile.StaleWriteException;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.provisioner.reconcile.Writer;
import dev.lambdaflex.provisioner.reconcile.Zone;
import dev.lambdaflex.provisioner.reconcile.testing.ScriptedSeam;
import dev.lambdaflex.provisioner.reconcile.testing.TestApp;
import dev.lambdaflex.provisioner.store.SqliteStore;
import dev.lambdaflex.simulator.model.zone.Change;
import dev.lambdaflex.simulator.wire.server.Call;
import dev.lambdaflex.weights.split.RecordSet;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * Two provisioners with the real SDK on one app: each write of the one that has lost is refused, by the store, by Route 53 itself,
 * or by the owner's note. Somebody edits the weights all the time, so that there is always something to write.
 */
class TwoProvisionersIT {

    private static final Duration TERM = Duration.ofMillis(1_500);

    @TempDir
    private Path folder;

    private final OurCloud cloud = new OurCloud();
    private final ScriptedSeam seam = new ScriptedSeam();
    private final List<AutoCloseable> opened = new ArrayList<>();

    /** What a late writer could have changed. */
    private record Traces(Zone.View zone, MigrationStore.Stored stored, List<Event> events) {}

    @BeforeEach
    void editWeights() {
        cloud.byHand(Change.create(cloud.alias("lambda", 77)));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zone.read", "store.confirm", "zone.change"})
    void whoWakesUpAfterItsTermHasChangedNothing(String stalledAt) {
        MigrationStore store = store("shared");
        Reconciler old = reconciler("old", store, seam);
        Reconciler next = reconciler("next", store("shared"), Seam.none());
        assertThat(old.tick()).isPresent();
        assertThat(cloud.ports().zone().look()).isEqualTo(new Zone.View(ours(), new Writer(store.id(), 1)));

        cloud.byHand(Change.upsert(cloud.alias("lambda", 55)));
        List<Traces> left = new ArrayList<>();
        seam.before(stalledAt, () -> {
            OurCloud.until(() -> next.tick().isPresent());
            left.add(traces(store));
        });
        assertThatThrownBy(old::tick).isInstanceOf(StaleWriteException.class)
                .hasMessage("lease on shop: token 1 of old (expected: token 2 of next)");
        assertThat(left).containsExactly(traces(store));
        assertThat(left.getFirst().zone()).isEqualTo(new Zone.View(ours(), new Writer(store.id(), 2)));
        assertThat(refusedBatches()).as("refused by Route 53").hasSize(stalledAt.equals("zone.change") ? 1 : 0);
    }

    /** Each ticks as fast as it can; the lease goes to and fro. */
    @Test
    void atOnceWithOneStoreTheyTakeTurnsAndTheRecordsNeverStepBack() {
        Reconciler one = reconciler("one", store("shared"), Seam.none(), Duration.ofMillis(1));
        Reconciler other = reconciler("other", store("shared"), Seam.none(), Duration.ofMillis(1));
        Zone onlooker = cloud.ports().zone();
        long term = 0;
        for (int round = 1; round <= 15; round++) {
            cloud.byHand(Change.upsert(cloud.alias("lambda", round)));
            Stream.of(one, other)
                    .map(each -> CompletableFuture.runAsync(() -> tickOrBeRefused(each)))
                    .toList()
                    .forEach(CompletableFuture::join);
            Zone.View seen = onlooker.look();
            assertThat(seen.writer().term()).as("round %d", round).isGreaterThanOrEqualTo(term);
            term = seen.writer().term();
        }
        OurCloud.until(() -> {
            tickOrBeRefused(one);
            return onlooker.read().equals(ours());
        });
        assertThat(term).as("they did take turns").isGreaterThan(2);
    }

    @Test
    void withTwoStoresTheOneThatCameFirstKeepsTheRecordsAndTheOtherWritesNothing() {
        MigrationStore mine = store("mine");
        Reconciler first = reconciler("first", mine, Seam.none());
        assertThat(first.tick()).isPresent();
        MigrationStore theirs = store("theirs");
        for (int start = 1; start <= 4; start++) {
            // A new start is a new term of its own store: in the end it has had more of them than the first one.
            Reconciler stranger = reconciler("stranger" + start, theirs, Seam.none(), Duration.ofMillis(1));
            cloud.byHand(Change.upsert(cloud.alias("lambda", start)));
            long changes = changes();
            Status status = stranger.tick().orElseThrow();
            assertThat(status.reason()).startsWith(
                    "the records of shop.example.test belong to the provisioner with the store " + mine.id());
            assertThat(changes()).as("changes that were sent").isEqualTo(changes);
            assertThat(first.tick()).isPresent();
            assertThat(cloud.ports().zone().look()).isEqualTo(new Zone.View(ours(), new Writer(mine.id(), 1)));
        }
    }

    @Test
    void ofTwoStoresThatBeginAtOnceRoute53RefusesTheSecond() {
        MigrationStore mine = store("mine");
        MigrationStore theirs = store("theirs");
        Reconciler slow = reconciler("slow", mine, seam);
        Reconciler quick = reconciler("quick", theirs, Seam.none());
        seam.before("zone.change", () -> assertThat(quick.tick()).isPresent());
        assertThat(slow.tick()).isPresent();
        assertThat(refusedBatches()).hasSize(1);
        assertThat(slow.tick().orElseThrow().reason()).contains("with the store " + theirs.id());
        assertThat(cloud.ports().zone().look()).isEqualTo(new Zone.View(ours(), new Writer(theirs.id(), 1)));
    }

    private static void tickOrBeRefused(Reconciler reconciler) {
        try {
            Optional<Status> _ = reconciler.tick();
        } catch (StaleWriteException _) { // The other one has taken over.
        }
    }

    private Traces traces(MigrationStore store) {
        return new Traces(cloud.ports().zone().look(), store.load(OurCloud.APP).orElseThrow(),
                store.events(OurCloud.APP, 0, Integer.MAX_VALUE));
    }

    private RecordSet ours() {
        return RecordSet.lambdaOnly(cloud.model().app(OurCloud.APP).gateway().dnsName());
    }

    private long changes() {
        return batches().count();
    }

    private List<Call> refusedBatches() {
        return batches().filter(call -> call.status() == 400).toList();
    }

    private Stream<Call> batches() {
        return cloud.wire().calls().all().stream().filter(call -> call.operation().equals("ChangeResourceRecordSets"));
    }

    private MigrationStore store(String name) {
        MigrationStore store = SqliteStore.open(folder.resolve(name + ".db"));
        opened.add(store);
        return store;
    }

    private Reconciler reconciler(String holder, MigrationStore store, Seam through) {
        return reconciler(holder, store, through, TERM);
    }

    private Reconciler reconciler(String holder, MigrationStore store, Seam through, Duration term) {
        AwsClients clients = AwsClients.open(cloud.settings(), new SimpleMeterRegistry());
        opened.add(clients);
        return new Reconciler(OurCloud.APP, holder, cloud.ports(clients, InstantSource.system()), store,
                TestApp.POLICY, term, InstantSource.system(), through);
    }
}
