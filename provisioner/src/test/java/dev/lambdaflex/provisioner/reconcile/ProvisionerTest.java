package dev.lambdaflex.provisioner.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.reconcile.testing.FakeCloud;
import dev.lambdaflex.provisioner.reconcile.testing.TestApp;
import dev.lambdaflex.provisioner.reconcile.testing.VirtualClock;
import dev.lambdaflex.provisioner.store.MemoryStore;
import dev.lambdaflex.weights.migration.Request;
import dev.lambdaflex.weights.migration.Verb;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;

class ProvisionerTest {

    private static final Request PAUSE = new Request(new Verb.Pause(), "alice", "because");

    private final VirtualClock clock = new VirtualClock();
    private final MemoryStore store = new MemoryStore();
    private final FakeCloud pets = new FakeCloud(clock);
    private final FakeCloud shop = new FakeCloud(clock);
    private final Provisioner provisioner = new Provisioner(
            List.of(reconciler("shop", shop), reconciler("pets", pets)), store, clock);

    @Test
    void everyAppIsTickedAndListedByName() {
        provisioner.tick();
        assertThat(provisioner.all()).extracting(Status::app).containsExactly("pets", "shop");
        assertThat(pets.zone().split()).isEqualTo(Split.ALL_LAMBDA);
        assertThat(shop.zone().writes()).hasSize(1);
        assertThat(provisioner.status("nobody")).isEmpty();
    }

    @Test
    void anAppThatFailsInAnUnforeseenWayKeepsItsStatusAndDoesNotStopTheOthers() {
        provisioner.tick();
        Status last = provisioner.status("pets").orElseThrow();
        clock.move(TestApp.TICK);
        pets.zone().meanwhile(() -> {
            throw new IllegalStateException("a bug");
        });
        pets.zone().edit(RecordSet.EMPTY);
        provisioner.tick();

        assertThat(provisioner.status("pets")).contains(last);
        assertThat(provisioner.status("shop").orElseThrow().at()).isEqualTo(clock.instant());
        clock.move(TestApp.TICK);
        provisioner.tick();
        assertThat(provisioner.status("pets").orElseThrow().at()).as("it goes on").isEqualTo(clock.instant());
    }

    @Test
    void anAppBeforeItsFirstTickIsShownAsItIsStored() {
        assertThat(provisioner.status("pets").orElseThrow().reason()).isEqualTo("not looked yet");
    }

    @Test
    void aRequestGoesToItsAppAlone() {
        provisioner.tick();
        assertThat(provisioner.request("pets", PAUSE, OptionalLong.empty())).isInstanceOf(Outcome.Done.class);
        assertThat(provisioner.status("pets").orElseThrow().reason()).startsWith("paused by alice");
        assertThat(provisioner.events("pets", 0, 10)).extracting(Event::kind).contains(Event.Kind.REQUEST);
        assertThat(provisioner.events("shop", 0, 10)).extracting(Event::kind).doesNotContain(Event.Kind.REQUEST);
        assertThatThrownBy(() -> provisioner.request("nobody", PAUSE, OptionalLong.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("app: 'nobody' (expected: one of [pets, shop])");
    }

    @Test
    void aRequestUnderALeaseThatIsOverIsUnavailable() {
        Seam stalling = new Seam() {
            @Override
            public <T> T pass(String site, Supplier<T> call) {
                if (site.equals("store.save")) {
                    clock.move(TestApp.TERM);
                    var _ = store.acquire("pets", "another", TestApp.TERM, clock.instant());
                }
                return call.get();
            }
        };
        Provisioner slow = new Provisioner(List.of(new Reconciler("pets", "slow", pets.ports(), store, TestApp.POLICY,
                TestApp.TERM, clock, stalling)), store, clock);
        assertThat(slow.request("pets", PAUSE, OptionalLong.empty())).isEqualTo(new Outcome.Unavailable(
                "lease on pets: token 1 of slow (expected: token 2 of another)"));
    }

    private Reconciler reconciler(String app, FakeCloud cloud) {
        return new Reconciler(app, "process", cloud.ports(), store, TestApp.POLICY, TestApp.TERM, clock, Seam.none());
    }
}
