package dev.lambdaflex.weights.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** A reservation of Lambda's concurrency that is too small for a drain. */
final class ConcurrencyTest {

    private static final double BUSY = 50;
    private static final double CALM = 4;

    private final World world = new World();

    @BeforeEach
    void restsOnFargate() {
        world.load = BUSY;
        world.runUntil(ConcurrencyTest::restsOnFargate);
        world.run(Duration.ofHours(1));
    }

    @Test
    void isRaisedBeforeAnyTrafficComesAndLoweredWhenItSuffices() {
        world.policy = slow();
        world.reserved = Optional.of(2);
        world.load = CALM;
        while (world.reservations.isEmpty()) {
            world.tick();
        }
        assertThat(world.live()).as("the reservation comes first").isEqualTo(Split.ALL_FARGATE);
        assertThat(world.reservations).as("8 carry 4 requests/s of 2 s each, twice that is room for bursts")
                .containsExactly(16);
        world.runUntil(phase -> phase instanceof Phase.Resting(Tier tier, _) && tier == Tier.LAMBDA);
        assertThat(world.reserved).contains(16);

        world.load = 0.5;
        world.run(Duration.ofMinutes(5));
        assertThat(world.reservations).containsExactly(16, 2);
        assertThat(world.state.raise()).isEmpty();
    }

    @Test
    void theActionComesBeforeTheChangeOfTheRecordsInTheSameTick() {
        world.reserved = Optional.of(1);
        world.load = 12;
        assertThat(world.ask(new Verb.Start(Tier.LAMBDA, Optional.empty()))).isInstanceOf(Answer.Accepted.class);
        Decision decision = world.tick();

        assertThat(decision.actions()).hasSize(2);
        assertThat(decision.actions().getFirst()).isEqualTo(new Action.ReserveLambda(3));
        assertThat(decision.actions().getLast()).isInstanceOf(Action.ChangeRecords.class);
    }

    @Test
    void isRaisedFurtherWhileTheDemandRisesAndLoweredToWhatItWasAtFirst() {
        world.reserved = Optional.of(1);
        world.load = 12;
        world.ask(new Verb.Start(Tier.LAMBDA, Optional.empty()));
        world.tick();
        world.load = 35;
        world.run(Duration.ofMinutes(1));
        assertThat(world.reservations).containsExactly(3, 7);

        world.load = 1;
        world.runUntil(phase -> phase instanceof Phase.Resting(Tier tier, _) && tier == Tier.LAMBDA);
        world.run(Duration.ofMinutes(5));
        assertThat(world.reservations).containsExactly(3, 7, 1);
    }

    @Test
    void staysRaisedUntilWhatItWasCarriesTheDemand() {
        world.policy = slow();
        world.reserved = Optional.of(2);
        world.load = CALM;
        world.runUntil(phase -> phase instanceof Phase.Resting(Tier tier, _) && tier == Tier.LAMBDA);
        world.run(Duration.ofHours(6));
        assertThat(world.reservations).containsExactly(16);
    }

    @Test
    void isGivenBackWhenTheDrainTurnsRound() {
        world.reserved = Optional.of(1);
        world.load = 12;
        world.ask(new Verb.Start(Tier.LAMBDA, Optional.empty()));
        world.tick();
        world.ask(new Verb.Abort());
        world.runUntil(ConcurrencyTest::restsOnFargate);
        world.run(Duration.ofMinutes(1));
        assertThat(world.reservations).containsExactly(3, 1);
        assertThat(world.state.raise()).isEmpty();
    }

    @Test
    void isAskedAgainWhenTheCallFailed() {
        world.reserved = Optional.of(1);
        world.load = 12;
        world.reservationsFail = true;
        world.ask(new Verb.Start(Tier.LAMBDA, Optional.empty()));
        world.run(Duration.ofMinutes(1));
        assertThat(world.reserved).contains(1);

        world.reservationsFail = false;
        world.run(Duration.ofMinutes(1));
        assertThat(world.reservations).containsExactly(3);
    }

    @Test
    void aDrainThatLambdaCannotCarryDoesNotBegin() {
        world.policy = slow();
        world.reserved = Optional.of(1);
        world.lambdaLimit = 103;
        world.load = CALM;
        world.run(Duration.ofHours(6));

        assertThat(world.live()).isEqualTo(Split.ALL_FARGATE);
        assertThat(world.reservations).as("3 are to be had, 8 are needed: raising would help nobody").isEmpty();
        assertThat(world.decisions.getLast().reason())
                .isEqualTo("does not drain: lambda is not known to carry everything: "
                        + "1 of 4 requests/s (reserved concurrency 1)");
    }

    @Test
    void aRollbackRaisesAsFarAsTheAccountLets() {
        world.load = BUSY;
        world.ask(new Verb.Start(Tier.LAMBDA, Optional.empty()));
        world.runUntil(phase -> phase instanceof Phase.Shifting && world.live().equals(Split.ofPercent(50)));
        world.reserved = Optional.of(3);
        world.lambdaLimit = 104;
        world.silent.add(Tier.FARGATE);
        world.run(Duration.ofMinutes(2));
        assertThat(world.reservations).containsExactly(4);
    }

    @Test
    void whatSomebodySetMeanwhileStays() {
        world.reserved = Optional.of(1);
        world.load = 12;
        world.ask(new Verb.Start(Tier.LAMBDA, Optional.empty()));
        world.tick();
        world.reserved = Optional.of(200);
        world.load = 1;
        world.runUntil(phase -> phase instanceof Phase.Resting(Tier tier, _) && tier == Tier.LAMBDA);
        world.run(Duration.ofMinutes(5));
        assertThat(world.reserved).contains(200);
        assertThat(world.state.raise()).isEmpty();
    }

    @Test
    void aFunctionThatSomebodySwitchedOffStaysOff() {
        world.reserved = Optional.of(0);
        world.load = CALM;
        world.run(Duration.ofHours(2));
        assertThat(world.reservations).isEmpty();
        assertThat(world.live()).isEqualTo(Split.ALL_FARGATE);
    }

    @Test
    void aFunctionWithoutAReservationGetsNone() {
        world.load = CALM;
        world.runUntil(phase -> phase instanceof Phase.Resting(Tier tier, _) && tier == Tier.LAMBDA);
        assertThat(world.reservations).isEmpty();
    }

    @Test
    void neverMoreIsReservedThanThePolicyAllows() {
        world.policy = environments(new Environments(5, 10));
        world.reserved = Optional.of(1);
        world.load = 35;
        world.ask(new Verb.Start(Tier.LAMBDA, Optional.empty()));
        world.run(Duration.ofMinutes(1));
        assertThat(world.reservations).containsExactly(5);
    }

    @Test
    void aFrozenAppReservesNothingForADrainThatDoesNotCome() {
        world.policy = World.frozen();
        world.reserved = Optional.of(1);
        world.load = CALM;
        world.run(Duration.ofHours(2));
        assertThat(world.reservations).isEmpty();
    }

    private static boolean restsOnFargate(Phase phase) {
        return phase instanceof Phase.Resting(Tier tier, _) && tier == Tier.FARGATE;
    }

    /** A request takes two seconds. */
    private static Policy slow() {
        return environments(new Environments(1_000, 0.5));
    }

    private static Policy environments(Environments environments) {
        Policy usual = World.POLICY;
        return new Policy(usual.plan(), usual.gates(), usual.timing(), usual.tier(), usual.fleet(), environments,
                usual.drift(), usual.frozen());
    }
}
