package dev.lambdaflex.provisioner.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.lambdaflex.provisioner.reconcile.testing.FakeZone;
import dev.lambdaflex.provisioner.reconcile.testing.Scene;
import dev.lambdaflex.provisioner.reconcile.testing.ScriptedSeam;
import dev.lambdaflex.provisioner.reconcile.testing.TestApp;
import dev.lambdaflex.provisioner.store.MemoryStore;
import dev.lambdaflex.weights.migration.Verb;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * One store, one zone, two provisioners: {@code old} stalls in the middle of a tick until {@code next} has taken over, and
 * wakes up late.
 */
class TwoReconcilersTest {

    private final TestApp app = Scene.busy();
    private final ScriptedSeam seam = new ScriptedSeam();
    private final Reconciler old = app.reconciler("old", seam);
    private final Reconciler next = app.reconciler("next", Seam.none());
    private final List<Traces> left = new ArrayList<>();

    /** All that a late writer could have changed. */
    private record Traces(RecordSet records, List<FakeZone.Write> writes, List<String> calls,
            MigrationStore.Stored stored, List<Event> events) {

        static Traces of(TestApp app) {
            return new Traces(app.cloud().zone().records(), app.cloud().zone().writes(),
                    app.cloud().fargate().calls(), app.store().load(TestApp.SHOP).orElseThrow(), app.events());
        }
    }

    @Test
    void whileOneHoldsTheLeaseTheOtherDoesNothing() {
        var _ = app.tick(old);
        assertThat(next.tick()).isEmpty();
        assertThat(app.ask(next, new Verb.Pause())).isEqualTo(
                new Outcome.Unavailable("another provisioner holds the lease on shop; ask that one"));
    }

    @ParameterizedTest
    @CsvSource({"BUILD, store.load", "STEP, store.load", "REMOVAL, store.load", "BUILD, zone.read",
            "BUILD, telemetry.window", "BUILD, store.confirm", "STEP, zone.read",
            "STEP, telemetry.window", "STEP, store.save", "STEP, store.confirm", "REMOVAL, store.save",
            "REMOVAL, store.confirm"})
    void whoWakesUpAfterItsTermIsRefusedAndHasChangedNothing(Scene scene, String stalledAt) {
        scene.prepare(app, old);
        seam.before(stalledAt, this::takeOver);
        assertThatThrownBy(() -> scene.tick(app, old)).isInstanceOf(StaleWriteException.class)
                .hasMessage("lease on shop: token 1 of old (expected: token 2 of next)");
        assertThat(left).containsExactly(Traces.of(app));
        assertThat(old.tick()).as("it holds no lease").isEmpty();
    }

    /** It has read the zone before, so that it still takes it for its own; the tier shows that there is nothing to do. */
    @Test
    void whoLooksAtTheTierAfterItsTermSeesWhatTheSuccessorDidAndDoesNothing() {
        Scene.REMOVAL.prepare(app, old);
        seam.before("fargate.observe", this::takeOver);
        assertThat(Scene.REMOVAL.tick(app, old)).isPresent();
        assertThat(left).containsExactly(Traces.of(app));
    }

    @Test
    void aChangeThatWasOnItsWayToTheZoneIsRefusedThere() {
        Scene.STEP.prepare(app, old);
        seam.before("zone.change", this::takeOver);
        Status status = Scene.STEP.tick(app, old).orElseThrow();
        assertThat(status.reason()).startsWith("the records of shop.example.test were written by term 2");
        assertThat(left).containsExactly(Traces.of(app));
    }

    /** The successor sees that Fargate has fallen sick, so it has nothing to change: the claim alone keeps the old one out. */
    @Test
    void aChangeThatTheSuccessorWouldNotMakeIsRefused() {
        Scene.STEP.prepare(app, old);
        seam.before("zone.change", () -> {
            app.cloud().sick(Tier.FARGATE, true);
            takeOver();
        });
        var _ = Scene.STEP.tick(app, old);
        assertThat(left).containsExactly(Traces.of(app));
        assertThat(app.cloud().zone().split()).isEqualTo(Split.ofPercent(5));
    }

    @Test
    void aTermThatComesBetweenTheLookAndTheBatchIsAConflict() {
        Scene.STEP.prepare(app, old);
        app.cloud().zone().meanwhile(this::takeOver);
        assertThatThrownBy(() -> Scene.STEP.tick(app, old)).isInstanceOf(StaleWriteException.class);
        assertThat(left).containsExactly(Traces.of(app));
    }

    /** The tier cannot check a term. A call that was on its way already is the same call as the successor's. */
    @ParameterizedTest
    @EnumSource(names = {"BUILD", "REMOVAL"})
    void aCallThatWasOnItsWayToTheTierIsTheSuccessorsCall(Scene scene) {
        scene.prepare(app, old);
        seam.before(scene.site(), this::takeOver);
        assertThatThrownBy(() -> scene.tick(app, old)).as("its event").isInstanceOf(StaleWriteException.class);
        assertThat(left).containsExactly(Traces.of(app));
    }

    @Test
    void whoTakesOverAtRestIsKnownToTheZoneAtOnce() {
        app.cloud().load(TestApp.QUIET);
        app.run(old, Duration.ofMinutes(1));
        int writes = app.cloud().zone().writes().size();
        takeOver();
        RecordSet records = app.cloud().zone().records();
        assertThat(app.cloud().zone().writes()).hasSize(writes + 1)
                .last()
                .isEqualTo(new FakeZone.Write(2, records, records, "term 2 begins"));
        app.run(next, Duration.ofMinutes(10));
        assertThat(app.cloud().zone().writes()).as("once a term").hasSize(writes + 1);
    }

    @Test
    void whoForgetsEverythingAtEachTickClaimsTheZoneOnceATermAllTheSame() {
        app.cloud().load(TestApp.QUIET);
        app.run(old, Duration.ofMinutes(1));
        takeOver();
        int writes = app.cloud().zone().writes().size();
        for (int ticks = 0; ticks < 10; ticks++) {
            assertThat(app.tick(app.reconciler("next", Seam.none()))).isPresent();
        }
        assertThat(app.cloud().zone().writes()).hasSize(writes);
    }

    @Test
    void aNoteThatSomebodyDeletesIsWrittenAgain() {
        app.cloud().load(TestApp.QUIET);
        app.run(old, Duration.ofMinutes(1));
        app.cloud().zone().edit(OwnerNote.NONE);
        app.run(old, Duration.ofMinutes(1));
        assertThat(app.cloud().zone().note()).isEqualTo(new OwnerNote(TestApp.SHOP, new Writer("memory", 1), 1));
    }

    @Test
    void whileTheRecordsAreNotClaimedTheTierStays() {
        Scene.REMOVAL.prepare(app, old);
        seam.failBefore("fargate.remove");
        var _ = Scene.REMOVAL.tick(app, old);
        app.cloud().zone().refuses(true);
        app.clock().move(TestApp.TERM);
        app.run(next, Duration.ofMinutes(5));
        assertThat(app.cloud().fargate().calls()).noneMatch(call -> call.startsWith("remove"));
        assertThat(app.events().getLast().text())
                .isEqualTo("marks the records as those of term 2 failed: no change is taken now");

        app.cloud().zone().refuses(false);
        var _ = app.tick(next);
        assertThat(app.cloud().fargate().calls()).last().asString().startsWith("remove");
    }

    /** The store was lost and counts its terms from 1 again, while the zone has seen term 17. */
    @Test
    void aZoneThatHasSeenALaterTermIsLeftAloneAndTheStatusSaysWhatToDo() {
        app.cloud().load(TestApp.QUIET);
        app.run(old, Duration.ofMinutes(1));
        app.cloud().zone().edit(new OwnerNote(TestApp.SHOP, new Writer("memory", 17), 40));
        int writes = app.cloud().zone().writes().size();
        app.clock().move(TestApp.TERM);
        assertThat(app.tick(next).orElseThrow().reason()).isEqualTo("the records of shop.example.test were written by "
                + "term 17 (expected: none later than 2; if the store that counted them is lost, delete the TXT record "
                + "_lambdaflex.shop.example.test)");
        assertThat(app.cloud().zone().writes()).hasSize(writes);

        app.cloud().zone().edit(OwnerNote.NONE);
        assertThat(app.tick(next).orElseThrow().reason()).startsWith("at rest on lambda");
        assertThat(app.cloud().zone().note().writer().term()).isEqualTo(2);
    }

    @Test
    void withTwoStoresTheOneThatCameFirstKeepsTheZoneAndTheOtherDoesNothing() {
        app.run(old, Duration.ofMinutes(1));
        MemoryStore elsewhere = new MemoryStore("elsewhere");
        Reconciler stranger = new Reconciler(TestApp.SHOP, "stranger", app.cloud().ports(), elsewhere, TestApp.POLICY,
                TestApp.TERM, app.clock(), Seam.none());
        for (int hours = 0; hours < 3; hours++) {
            app.run(old, Duration.ofHours(1));
            Traces before = Traces.of(app);
            assertThat(app.tick(stranger).orElseThrow().reason())
                    .startsWith("the records of shop.example.test belong to the provisioner with the store memory");
            assertThat(Traces.of(app)).isEqualTo(before);
        }
        assertThat(app.cloud().zone().split()).as("where the first one has got to").isNotEqualTo(Split.ALL_LAMBDA);
    }

    /** The term of the old one ends, and the next one ticks. */
    private void takeOver() {
        app.clock().move(TestApp.TERM);
        assertThat(next.tick()).isPresent();
        left.add(Traces.of(app));
    }
}
