package dev.lambdaflex.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.simulator.load.testing.LoadRig;
import dev.lambdaflex.simulator.load.testing.StubShop;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pacing, counting and ending, against a server that answers rightly, sooner or later. */
class LoadTest {

    private final LoadRig rig = new LoadRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void everyRequestOfTheScheduleIsSentAndCountedOnce() throws Exception {
        StubShop shop = StubShop.open(rig.vertx());

        Counts counts = rig.run(LoadRig.target(shop.port()), RequestMix.usual(), 300);

        assertThat(counts.troubles()).isEmpty();
        assertThat(counts.due()).isEqualTo(300);
        assertThat(counts.sent()).isEqualTo(300);
        assertThat(counts.answered()).isEqualTo(300);
        assertThat(counts.notSent()).isZero();
        assertThat(counts.inFlight()).isZero();
        assertThat(shop.seen()).hasSize(300).allSatisfy(line -> assertThat(line).contains(" shop.lambdaflex.test "));
    }

    @Test
    void answersAreCountedForTheTierThatTheyName() throws Exception {
        StubShop shop = StubShop.open(rig.vertx());

        Counts counts = rig.run(LoadRig.target(shop.port()), RequestMix.onlyReads(), 100);

        long odd = shop.seen().stream().filter(line -> line.matches("GET /pets/[135] .*")).count();
        assertThat(counts.tier(Tier.LAMBDA).requests()).isEqualTo(odd).isPositive();
        assertThat(counts.tier(Tier.FARGATE).requests()).isEqualTo(100 - odd).isPositive();
        assertThat(counts.tier(Tier.LAMBDA).p99()).isPositive();
    }

    @Test
    void sameSeedSendsTheSameRequests() throws Exception {
        StubShop first = StubShop.open(rig.vertx());
        StubShop second = StubShop.open(rig.vertx());

        rig.run(LoadRig.target(first.port()).withConnections(1), RequestMix.usual(), 150);
        rig.run(LoadRig.target(second.port()).withConnections(1), RequestMix.usual(), 150);

        assertThat(second.seen()).isEqualTo(first.seen());
    }

    @Test
    void rateIsFollowedUpDownAndToRest() throws Exception {
        StubShop shop = StubShop.open(rig.vertx());
        Load load = rig.start(LoadRig.target(shop.port()), RequestMix.onlyReads());

        load.rate(20);
        LoadRig.awaitDue(load, 5);
        assertThat(load.counts().wantedRate()).isEqualTo(20);
        load.rate(300);
        await().until(() -> load.counts().rate() > 200);
        load.rate(0);
        await().until(() -> load.counts().rate() == 0);

        long due = load.counts().due();
        Counts end = LoadRig.end(load);
        assertThat(end.due()).isEqualTo(due);
        assertThat(end.answered()).isEqualTo(due);
    }

    @Test
    void stopWaitsForWhatIsInFlight() throws Exception {
        Queue<StubShop.Asked> waiting = new ConcurrentLinkedQueue<>();
        StubShop shop = StubShop.open(rig.vertx(), (_, asked) -> waiting.add(asked));
        Load load = rig.burst(LoadRig.target(shop.port()), RequestMix.onlyReads(), 5);
        await().until(() -> waiting.size() == 5);

        Future<Counts> stopped = load.stop();

        assertThat(load.stop()).isSameAs(stopped);
        assertThat(stopped.isComplete()).isFalse();
        assertThat(load.counts().inFlight()).isEqualTo(5);
        waiting.forEach(shop::serve);
        assertThat(LoadRig.end(load).answered()).isEqualTo(5);
    }

    @Test
    void stoppedLoadIsNotSteeredAnyMore() throws Exception {
        Load load = rig.start(LoadRig.target(StubShop.open(rig.vertx()).port()), RequestMix.onlyReads());
        LoadRig.end(load);

        assertThatIllegalStateException().isThrownBy(() -> load.rate(1))
                .withMessage("load: stopped (expected: running)");
    }

    @Test
    void requestsDueWhileTooManyAreInFlightAreReportedAsNotSent() throws Exception {
        Queue<StubShop.Asked> waiting = new ConcurrentLinkedQueue<>();
        StubShop shop = StubShop.open(rig.vertx(), (_, asked) -> waiting.add(asked));
        Load load = rig.burst(LoadRig.target(shop.port()).withMaxInFlight(10), RequestMix.onlyReads(), 50);
        LoadRig.awaitDue(load, 50);
        await().until(() -> waiting.size() == 10);

        waiting.forEach(shop::serve);
        Counts counts = LoadRig.end(load);

        assertThat(counts.due()).isEqualTo(50);
        assertThat(counts.sent()).isEqualTo(10);
        assertThat(counts.notSent()).isEqualTo(40);
        assertThat(counts.answered()).isEqualTo(10);
        assertThat(counts.lost()).isZero();
    }

    /** One connection: who measured from the sending would see one slow answer and many fast ones. */
    @Test
    void stallCountsForAllThatWereDueMeanwhile() throws Exception {
        Promise<Void> opening = Promise.promise();
        StubShop shop = StubShop.open(rig.vertx(),
                (self, asked) -> opening.future().onComplete(_ -> self.serve(asked)));
        Load load = rig.burst(LoadRig.target(shop.port()).withConnections(1), RequestMix.onlyEchoes(), 100);
        LoadRig.awaitDue(load, 100); // so the first one has waited for almost a second, the middle one for half of it

        opening.complete();
        TierCounts fargate = LoadRig.end(load).tier(Tier.FARGATE);

        assertThat(fargate.requests()).isEqualTo(100);
        assertThat(fargate.p50()).isGreaterThan(Duration.ofMillis(450));
        assertThat(fargate.max()).isGreaterThan(Duration.ofMillis(950));
    }

    @Test
    void loadThatIsClosedWithItsVertxStillTellsItsCounts() throws Exception {
        LoadRig other = new LoadRig();
        StubShop shop = StubShop.open(rig.vertx());
        Load load = other.burst(LoadRig.target(shop.port()), RequestMix.onlyReads(), 10);
        LoadRig.awaitDue(load, 10);
        await().until(() -> load.counts().answered() == 10);

        other.close();

        assertThat(load.counts().answered()).isEqualTo(10);
        assertThat(List.of(load.counts().lost(), load.counts().wrong())).containsOnly(0L);
    }
}
