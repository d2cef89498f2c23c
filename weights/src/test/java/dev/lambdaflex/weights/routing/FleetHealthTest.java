package dev.lambdaflex.weights.routing;

import static dev.lambdaflex.weights.split.Tier.FARGATE;
import static dev.lambdaflex.weights.split.Tier.LAMBDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lambdaflex.weights.routing.TierHealth.Ejected;
import dev.lambdaflex.weights.routing.TierHealth.Serving;
import dev.lambdaflex.weights.routing.TierHealth.Trial;
import dev.lambdaflex.weights.split.Tier;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FleetHealthTest {

    private static final OutlierPolicy POLICY = new OutlierPolicy(3, 1_000, 8_000, 20_000, 500);

    private FleetHealth health = FleetHealth.NEW;
    private long now = 50_000;

    @Test
    void failuresInARowEjectATier() {
        observe(FARGATE, Outcome.GATEWAY_ERROR, 2);
        assertThat(health.availability(FARGATE, now)).isEqualTo(Availability.AVAILABLE);

        observe(FARGATE, Outcome.REFUSED, 1);

        assertThat(health.of(FARGATE)).isEqualTo(new Ejected(51_000, 1));
        assertThat(health.availability(FARGATE, now)).isEqualTo(Availability.EJECTED);
        assertThat(health.availability(LAMBDA, now)).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void anAnswerInBetweenStartsTheCountAgain() {
        for (int i = 0; i < 10; i++) {
            observe(FARGATE, Outcome.GATEWAY_ERROR, 2);
            observe(FARGATE, Outcome.ANSWERED, 1);
        }

        assertThat(health.of(FARGATE)).isInstanceOf(Serving.class);
    }

    @Test
    void answersOfAHealthyTierChangeNothingAndAllocateNothing() {
        assertThat(health.observe(LAMBDA, Outcome.ANSWERED, true, now, POLICY)).isSameAs(health);
        assertThat(health.claim(LAMBDA, now, POLICY)).isSameAs(health);
    }

    @Test
    void whenItsTimeIsOverOneRequestGoesOnTrialAndTheOthersWait() {
        eject(FARGATE);
        now += 1_000;
        assertThat(health.availability(FARGATE, now)).isEqualTo(Availability.AVAILABLE);

        health = health.claim(FARGATE, now, POLICY);

        assertThat(health.of(FARGATE)).isEqualTo(new Trial(now + 500, 1));
        assertThat(health.availability(FARGATE, now)).isEqualTo(Availability.EJECTED);
    }

    @Test
    void aTrialThatNeverComesBackLetsAnotherOneThrough() {
        eject(FARGATE);
        now += 1_000;
        health = health.claim(FARGATE, now, POLICY);
        now += 500;

        assertThat(health.availability(FARGATE, now)).isEqualTo(Availability.AVAILABLE);
        assertThat(health.claim(FARGATE, now, POLICY).of(FARGATE)).isEqualTo(new Trial(now + 500, 1));
    }

    @Test
    void ejectionsGrowToTheirCapWhileTrialsFail() {
        eject(FARGATE);
        long[] expected = {2_000, 4_000, 8_000, 8_000, 8_000};
        for (long millis : expected) {
            now += 10_000;
            health = health.claim(FARGATE, now, POLICY);
            observe(FARGATE, Outcome.GATEWAY_ERROR, 1);
            assertThat(((Ejected) health.of(FARGATE)).until() - now).isEqualTo(millis);
        }
    }

    @Test
    void anAnswerOnTrialBringsTheTierBackAndALongGoodTimeIsForgiven() {
        eject(FARGATE);
        now += 1_000;
        health = health.claim(FARGATE, now, POLICY);
        observe(FARGATE, Outcome.ANSWERED, 1);
        assertThat(health.of(FARGATE)).isEqualTo(new Serving(0, 0, 1, now));

        FleetHealth soon = health;
        now += 5_000;
        eject(FARGATE);
        assertThat(health.of(FARGATE)).isEqualTo(new Ejected(now + 2_000, 2));

        health = soon;
        now += 15_000;
        eject(FARGATE);
        assertThat(health.of(FARGATE)).isEqualTo(new Ejected(now + 1_000, 1));
    }

    @Test
    void aTierThatAnswersBadlyIsNotEjectedWhileNobodyElseTakesItsShare() {
        eject(FARGATE);

        observe(LAMBDA, Outcome.GATEWAY_ERROR, 100);

        assertThat(health.availability(LAMBDA, now)).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void bothAreEjectedWhenBothReallyRefuseAndTheFirstAnswerBringsOneBack() {
        observe(FARGATE, Outcome.REFUSED, 3);
        observe(LAMBDA, Outcome.REFUSED, 3);
        assertThat(health.availability(LAMBDA, now)).isEqualTo(Availability.EJECTED);
        assertThat(health.availability(FARGATE, now)).isEqualTo(Availability.EJECTED);

        observe(LAMBDA, Outcome.ANSWERED, 1);

        assertThat(health.availability(LAMBDA, now)).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void aLateAnswerDoesNotEndAnEjectionButAProbeDoes() {
        eject(FARGATE);
        observe(FARGATE, Outcome.ANSWERED, 1);
        assertThat(health.availability(FARGATE, now)).isEqualTo(Availability.EJECTED);

        observe(FARGATE, Outcome.PROBE_ANSWERED, 1);

        assertThat(health.availability(FARGATE, now)).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void aTierWithAnotherUpstreamStartsAfresh() {
        eject(FARGATE);

        assertThat(health.forget(FARGATE).of(FARGATE)).isEqualTo(Serving.NEW);
    }

    @ParameterizedTest
    @MethodSource("everyStateAndOutcome")
    void everyOutcomeInEveryStateKeepsItsPromises(TierHealth state, Outcome outcome, boolean otherTakes) {
        TierHealth next = state.observe(outcome, otherTakes, 2_000, POLICY);

        boolean answered = outcome == Outcome.ANSWERED || outcome == Outcome.PROBE_ANSWERED;
        if (answered && !(state instanceof Ejected)) {
            assertThat(next.available(2_000)).isTrue();
        }
        if (!answered) {
            assertThat(next).isNotEqualTo(Serving.NEW);
        }
        if (next instanceof Ejected ejected && !(state instanceof Ejected)) {
            assertThat(ejected.until()).isGreaterThan(2_000);
            assertThat(otherTakes || outcome == Outcome.REFUSED).isTrue();
        }
    }

    static Stream<Arguments> everyStateAndOutcome() {
        Stream<TierHealth> states = Stream.of(Serving.NEW, new Serving(2, 2, 0, 0), new Serving(9, 0, 1, 0),
                new Ejected(1_000, 1), new Ejected(3_000, 2), new Trial(1_000, 1), new Trial(3_000, 2));
        return states.flatMap(state -> Stream.of(Outcome.values())
                .flatMap(outcome -> Stream.of(true, false)
                        .map(otherTakes -> Arguments.of(state, outcome, otherTakes))));
    }

    @Test
    void withoutRefusalsAtMostOneTierIsEverEjected() {
        SplittableRandom random = new SplittableRandom(99);
        Outcome[] outcomes = {Outcome.ANSWERED, Outcome.GATEWAY_ERROR, Outcome.GATEWAY_ERROR, Outcome.GATEWAY_ERROR};
        for (int i = 0; i < 200_000; i++) {
            now += random.nextInt(300);
            Tier tier = random.nextBoolean() ? LAMBDA : FARGATE;
            if (health.availability(tier, now) == Availability.AVAILABLE) {
                health = health.claim(tier, now, POLICY);
                observe(tier, outcomes[random.nextInt(outcomes.length)], 1);
            }
            assertThat(health.of(LAMBDA) instanceof Serving || health.of(FARGATE) instanceof Serving).isTrue();
        }
    }

    @Test
    void aPolicyThatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OutlierPolicy(0, 1, 1, 1, 1))
                .withMessage("failures: 0 (expected: above 0)");
        assertThatIllegalArgumentException().isThrownBy(() -> new OutlierPolicy(1, 10, 5, 1, 1))
                .withMessage("maxMillis: 5 (expected: at least baseMillis, 10)");
    }

    private void eject(Tier tier) {
        observe(tier, Outcome.GATEWAY_ERROR, POLICY.failures());
    }

    private void observe(Tier tier, Outcome outcome, int times) {
        for (int i = 0; i < times; i++) {
            health = health.observe(tier, outcome, true, now, POLICY);
        }
    }
}
