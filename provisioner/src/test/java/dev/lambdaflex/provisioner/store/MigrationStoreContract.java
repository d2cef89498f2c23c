package dev.lambdaflex.provisioner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.Event.Kind;
import dev.lambdaflex.provisioner.reconcile.Lease;
import dev.lambdaflex.provisioner.reconcile.MigrationStore;
import dev.lambdaflex.provisioner.reconcile.MigrationStore.Stored;
import dev.lambdaflex.provisioner.reconcile.StaleWriteException;
import dev.lambdaflex.weights.migration.MigrationState;

/** What every store promises. */
abstract class MigrationStoreContract {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Duration TERM = Duration.ofSeconds(30);

    private final RandomStates states = new RandomStates(7);
    private final MigrationState first = states.state();
    private final MigrationState second = states.state();
    private MigrationStore store = new MemoryStore();

    abstract MigrationStore open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aNewStoreIsEmpty() {
        assertThat(store.apps()).isEmpty();
        assertThat(store.load("pets")).isEmpty();
        assertThat(store.events("pets", 0, 10)).isEmpty();
    }

    @Test
    void itHasANameThatFitsIntoTheOwnersNote() {
        assertThat(store.id()).matches("[a-z0-9]{1,40}");
    }

    @Test
    void aSavedStateIsReadBackWithItsVersion() {
        Lease lease = lease("pets", "a");
        assertThat(store.save(first, 0, List.of(), lease)).isEqualTo(1);
        assertThat(store.load("pets")).contains(new Stored(first, 1));
        assertThat(store.save(second, 1, List.of(), lease)).isEqualTo(2);
        assertThat(store.load("pets")).contains(new Stored(second, 2));
    }

    @Test
    void onlyThePresentTermIsConfirmed() {
        Lease old = lease("pets", "a");
        store.confirm(old);
        Lease next = store.acquire("pets", "b", TERM, NOON.plus(TERM)).orElseThrow();
        store.confirm(next);
        refused(() -> store.confirm(old), "lease on pets: token 1 of a (expected: token 2 of b)");
        store.release(next);
        refused(() -> store.confirm(next), "lease on pets: token 2 of b (expected: token 2, released)");
    }

    @Test
    void appsAreListedByNameOnceTheyHaveAState() {
        lease("never-saved", "a");
        store.save(first, 0, List.of(), lease("zoo", "a"));
        store.save(second, 0, List.of(), lease("pets", "a"));
        assertThat(store.apps()).containsExactly("pets", "zoo");
        assertThat(store.load("zoo")).contains(new Stored(first, 1));
    }

    @Test
    void aSaveOfAnotherVersionWritesNothing() {
        Lease lease = lease("pets", "a");
        store.save(first, 0, List.of(), lease);
        for (long version : new long[]{-1, 0, 2}) {
            refused(() -> store.save(second, version, List.of(event("pets", "lost")), lease),
                    "version of pets: %d (expected: 1)".formatted(version));
        }
        assertThat(store.load("pets")).contains(new Stored(first, 1));
        assertThat(store.events("pets", 0, 10)).isEmpty();
    }

    @Test
    void aWriteOfAnOlderTermWritesNothing() {
        Lease old = lease("pets", "a");
        store.save(first, 0, List.of(), old);
        Lease present = store.acquire("pets", "b", TERM, NOON.plus(TERM)).orElseThrow();
        refused(() -> store.save(second, 1, List.of(event("pets", "lost")), old),
                "lease on pets: token 1 of a (expected: token 2 of b)");
        refused(() -> store.append(List.of(event("pets", "lost")), old), "token 1 of a");
        assertThat(store.load("pets")).contains(new Stored(first, 1));
        assertThat(store.events("pets", 0, 10)).isEmpty();
        assertThat(store.save(second, 1, List.of(), present)).isEqualTo(2);
    }

    @Test
    void aWriteWithALeaseThatWasNeverGivenWritesNothing() {
        refused(() -> store.save(first, 0, List.of(), new Lease("pets", "a", 1, NOON)), "none was ever given");
        Lease given = lease("pets", "a");
        refused(() -> store.save(first, 0, List.of(), new Lease("pets", "b", given.token(), given.until())), "of b");
        refused(() -> store.save(first, 0, List.of(), new Lease("zoo", "a", given.token(), given.until())), "zoo");
        assertThat(store.apps()).isEmpty();
    }

    @Test
    void aLeaseIsHeldUntilItsEndAndNoLonger() {
        Lease lease = lease("pets", "a");
        assertThat(lease).isEqualTo(new Lease("pets", "a", 1, NOON.plus(TERM)));
        assertThat(store.acquire("pets", "b", TERM, NOON.plus(TERM).minusMillis(1))).isEmpty();
        assertThat(store.acquire("pets", "b", TERM, NOON.plus(TERM)).map(Lease::token)).contains(2L);
        assertThat(store.acquire("pets", "a", TERM, NOON.plus(TERM))).isEmpty();
    }

    @Test
    void theHolderRenewsWithTheSameTokenAndTheEarlierLeaseStillWrites() {
        Lease lease = lease("pets", "a");
        Instant later = NOON.plusSeconds(10);
        assertThat(store.acquire("pets", "a", TERM, later)).contains(new Lease("pets", "a", 1, later.plus(TERM)));
        assertThat(store.save(first, 0, List.of(), lease)).isEqualTo(1);
    }

    @Test
    void anExpiredLeaseIsANewTermEvenForItsHolder() {
        Lease lease = lease("pets", "a");
        assertThat(store.acquire("pets", "a", TERM, NOON.plus(TERM)).map(Lease::token)).contains(2L);
        refused(() -> store.append(List.of(event("pets", "lost")), lease), "token 1 of a");
    }

    @Test
    void aReleasedLeaseIsFreeAtOnceAndWritesNoMore() {
        Lease lease = lease("pets", "a");
        store.release(lease);
        refused(() -> store.save(first, 0, List.of(), lease), "token 1, released");
        assertThat(store.acquire("pets", "b", TERM, NOON).map(Lease::token)).contains(2L);
        store.release(lease);
        assertThat(store.acquire("pets", "a", TERM, NOON)).as("released by a stale lease").isEmpty();
    }

    @Test
    void leasesOfSeveralAppsDoNotTouchEachOther() {
        Lease pets = lease("pets", "a");
        assertThat(store.acquire("zoo", "b", TERM, NOON).map(Lease::token)).contains(1L);
        assertThat(store.save(first, 0, List.of(), pets)).isEqualTo(1);
        assertThat(store.load("zoo")).isEmpty();
    }

    @Test
    void eventsAreNumberedAcrossTheStoreAndReadByApp() {
        Lease pets = lease("pets", "a");
        Lease zoo = lease("zoo", "a");
        store.save(first, 0, List.of(event("pets", "one"), event("pets", "two")), pets);
        store.append(List.of(event("zoo", "three")), zoo);
        store.append(List.of(event("pets", "four")), pets);
        assertThat(store.events("pets", 0, 10)).extracting(Event::seq, Event::text)
                .containsExactly(tuple(1, "one"), tuple(2, "two"), tuple(4, "four"));
        assertThat(store.events("pets", 1, 10)).extracting(Event::seq).containsExactly(2L, 4L);
        assertThat(store.events("pets", 0, 2)).extracting(Event::seq).containsExactly(1L, 2L);
        assertThat(store.events("pets", 4, 10)).isEmpty();
        assertThat(store.events("zoo", 0, 10)).containsExactly(event("zoo", "three").numbered(3));
    }

    @Test
    void aRefusedWriteLeavesNoGapInTheNumbers() {
        Lease lease = lease("pets", "a");
        store.append(List.of(event("pets", "one")), lease);
        refused(() -> store.save(first, 5, List.of(event("pets", "lost")), lease), "expected: 0");
        store.append(List.of(event("pets", "two")), lease);
        assertThat(store.events("pets", 0, 10)).extracting(Event::seq).containsExactly(1L, 2L);
    }

    @Test
    void anEventOfAnotherAppThanTheLeaseIsABug() {
        Lease lease = lease("pets", "a");
        assertThatThrownBy(() -> store.append(List.of(event("zoo", "lost")), lease))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event of app 'zoo' (expected: 'pets')");
    }

    @Test
    void textOfAnyKindComesBackAsItWas() {
        Event event = new Event(0, NOON.plusNanos(123_456_789), "löwe/🦁", Kind.FAILURE, "o'neil; DROP TABLE events",
                "held", 0, 10_000, "line\r\n\u0007");
        Lease lease = lease(event.app(), "a");
        store.append(List.of(event), lease);
        assertThat(store.events(event.app(), 0, 1)).containsExactly(event.numbered(1));
    }

    private Lease lease(String app, String holder) {
        Optional<Lease> lease = store.acquire(app, holder, TERM, NOON);
        return lease.orElseThrow();
    }

    static Event event(String app, String text) {
        return new Event(0, NOON, app, Kind.TRANSITION, MigrationState.AUTOMATION, "resting", 0, 0, text);
    }

    private static Tuple tuple(long seq, String text) {
        return Tuple.tuple(seq, text);
    }

    private static void refused(ThrowingCallable write, String sentence) {
        assertThatThrownBy(write).isInstanceOf(StaleWriteException.class).hasMessageContaining(sentence);
    }
}
