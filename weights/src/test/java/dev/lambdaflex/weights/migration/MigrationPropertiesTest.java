package dev.lambdaflex.weights.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** What holds in every phase, whatever is observed and whatever people ask. */
final class MigrationPropertiesTest {

    private static final Instant NOW = World.START.plus(Duration.ofHours(5));
    private static final int OBSERVATIONS = 400;
    private static final List<Verb> VERBS = List.of(new Verb.Start(Tier.FARGATE, Optional.empty()),
            new Verb.Start(Tier.LAMBDA, Optional.empty()),
            new Verb.Pause(), new Verb.Resume(), new Verb.Promote(), new Verb.PromoteFull(), new Verb.StepBack(),
            new Verb.Abort(),
            new Verb.Retry(), new Verb.SetWeights(Split.ofPercent(20), Optional.empty(), Set.of()));

    private interface Check {
        void on(MigrationState state, Observation seen, Decision decision);
    }

    static Stream<Phase> phases() {
        return Phases.all(NOW.minusSeconds(1200)).stream();
    }

    @ParameterizedTest
    @MethodSource("phases")
    void noShareRisesOnATierThatIsNotVerifiedHealthyNow(Phase phase) {
        eachDecision(phase, (_, seen, decision) -> changes(decision)
                .forEach(change -> {
                    Split after = change.wanted().split().orElseThrow();
                    if (after.share(Tier.LAMBDA) > share(change.expected(), Tier.LAMBDA)) {
                        assertThat(seen.lambdaAnswers()).contains(true);
                    }
                    if (after.share(Tier.FARGATE) > share(change.expected(), Tier.FARGATE)) {
                        assertThat(seen.fargateAnswers()).contains(true);
                        assertThat(seen.fargate().orElseThrow().healthyTargets()).isPositive();
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("phases")
    void theTierIsOnlyRemovedWhileNoRecordLeadsToIt(Phase phase) {
        eachDecision(phase, (_, seen, decision) -> {
            if (decision.actions().stream().anyMatch(Action.RemoveFargate.class::isInstance)) {
                assertThat(seen.records().flatMap(RecordSet::fargate)).isEmpty();
                assertThat(decision.state().change().inSync()).isPresent();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("phases")
    void aReservationIsOnlyChangedWhenThereIsOneAndWhatItWasIsRemembered(Phase phase) {
        eachDecision(phase, (_, seen, decision) -> reservations(decision).forEach(wanted -> {
            int reserved = seen.lambda().orElseThrow().concurrency().reserved().orElseThrow();
            Raise raise = decision.state().raise().orElseThrow();
            assertThat(reserved).isPositive().isNotEqualTo(wanted).isBetween(raise.before(), raise.to());
            assertThat(wanted).isBetween(raise.before(), raise.to());
            if (wanted < reserved) {
                assertThat(wanted).isEqualTo(raise.before());
                assertThat(decision.state().phase()).isInstanceOf(Phase.Resting.class);
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("phases")
    void noRecordLeadsAnywhereWithoutAKnownTarget(Phase phase) {
        eachDecision(phase, (_, _, decision) -> changes(decision).forEach(change -> {
            assertThat(change.wanted().lambda()).isPresent();
            assertThat(change.wanted()).isEqualTo(decision.state().wantedRecords().orElseThrow());
        }));
    }

    @ParameterizedTest
    @MethodSource("phases")
    void everyDecisionHasAReasonAndTheSameQuestionGetsTheSameAnswer(Phase phase) {
        eachDecision(phase, World.POLICY, (state, seen, decision) -> {
            assertThat(decision.reason()).isNotBlank();
            assertThat(Migration.next(state, seen, World.POLICY, NOW)).isEqualTo(decision);
        });
    }

    @ParameterizedTest
    @MethodSource("phases")
    void aFrozenAppNeverMovesForward(Phase phase) {
        eachDecision(phase, World.frozen(), (state, _, decision) -> {
            boolean rollsBack = decision.state().phase() instanceof Phase.RollingBack
                    || decision.state().phase() instanceof Phase.RollbackFailed;
            if (state.phase() instanceof Phase.Shifting before
                    && decision.state().phase() instanceof Phase.Shifting after && !rollsBack) {
                assertThat(after.step()).isEqualTo(before.step());
                assertThat(after.direction()).isEqualTo(before.direction());
            }
            if (state.phase() instanceof Phase.Resting && !rollsBack) {
                assertThat(decision.state().phase()).isInstanceOfAny(Phase.Resting.class, Phase.TearingDown.class);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("phases")
    void whatAPersonHoldsOnlyAPersonAFixedTimeOrABrokenTierMoves(Phase phase) {
        eachDecision(phase, (state, _, decision) -> {
            boolean personal = state.phase() instanceof Phase.Held held && held.reason().byPerson();
            if (!personal || decision.state().phase() instanceof Phase.RollingBack) {
                return;
            }
            Phase.Held held = (Phase.Held) state.phase();
            boolean over = held.reason() instanceof HoldReason.ManualWeights manual
                    && manual.until().filter(until -> !NOW.isBefore(until)).isPresent();
            boolean drifted = decision.state().phase() instanceof Phase.Held(HoldReason reason, _, _)
                    && (reason instanceof HoldReason.Drifted || !reason.equals(held.reason()));
            if (!over && !drifted) {
                assertThat(decision.state().split()).isEqualTo(state.split());
                assertThat(decision.state().phase()).isInstanceOf(Phase.Held.class);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("phases")
    void automationMovesAlongThePlanOneStepAtATime(Phase phase) {
        eachDecision(phase, (state, _, decision) -> {
            if (state.phase() instanceof Phase.Shifting before
                    && decision.state().phase() instanceof Phase.Shifting after
                    && after.direction() == before.direction()) {
                assertThat(after.step() - before.step()).isBetween(0, 1);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("phases")
    void aBlindTickChangesNothing(Phase phase) {
        MigrationState state = new RandomObservations(random(7)).state(phase, NOW);
        Decision decision = Migration.next(state, Observation.blind("nothing can be read"), World.POLICY, NOW);

        assertThat(decision.actions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("phases")
    void everyVerbIsAnsweredInEveryPhaseWithASentence(Phase phase) {
        RandomObservations observations = new RandomObservations(random(11));
        for (int i = 0; i < OBSERVATIONS / 10; i++) {
            MigrationState state = observations.state(phase, NOW);
            Observation seen = observations.next(state, NOW);
            for (Verb verb : VERBS) {
                Answer answer = Migration.apply(state, new Request(verb, "alice", "why"), seen, World.POLICY, NOW);
                switch (answer) {
                    case Answer.Accepted accepted -> assertThat(accepted.sentence()).isNotBlank();
                    case Answer.Refused refused -> assertThat(refused.sentence()).isNotBlank();
                }
            }
        }
    }

    /** A verb that fits is taken in some world, and one that does not in none. */
    @ParameterizedTest
    @MethodSource("phases")
    void aVerbFitsExactlyWhenSomeWorldTakesIt(Phase phase) {
        RandomObservations observations = new RandomObservations(random(13));
        for (int i = 0; i < OBSERVATIONS / 10; i++) {
            MigrationState state = observations.state(phase, NOW);
            List<String> fitting = FittingVerbs.of(state, NOW);
            Observation seen = observations.next(state, NOW);
            for (Verb verb : VERBS) {
                Answer answer = Migration.apply(state, new Request(verb, "alice", "why"), seen, World.POLICY, NOW);
                if (answer instanceof Answer.Accepted) {
                    assertThat(fitting).as("%s in %s", verb, state).contains(verb.label());
                }
            }
            Observation fair = RandomObservations.fair(state);
            for (String label : fitting) {
                assertThat(VERBS.stream().filter(verb -> verb.label().equals(label)))
                        .as("%s in %s", label, state)
                        .anyMatch(verb -> Migration.apply(state, new Request(sameWeights(verb, state), "alice", "why"),
                                fair, World.POLICY, NOW) instanceof Answer.Accepted);
            }
        }
    }

    @Test
    void everyVerbHasItsTurn() {
        assertThat(VERBS.stream().map(Object::getClass).distinct().count())
                .isEqualTo(Verb.class.getPermittedSubclasses().length);
    }

    private static Verb sameWeights(Verb verb, MigrationState state) {
        Split live = state.wantedRecords().flatMap(RecordSet::split).orElse(Split.ALL_LAMBDA);
        return verb instanceof Verb.SetWeights ? new Verb.SetWeights(live, Optional.empty(), Set.of()) : verb;
    }

    /** Whatever is to become of records that somebody else changed. */
    private static void eachDecision(Phase phase, Check check) {
        for (DriftPolicy drift : DriftPolicy.values()) {
            eachDecision(phase, World.drifting(drift), check);
        }
    }

    private static void eachDecision(Phase phase, Policy policy, Check check) {
        RandomObservations observations = new RandomObservations(random(phase.hashCode()));
        for (int i = 0; i < OBSERVATIONS; i++) {
            MigrationState state = observations.state(phase, NOW);
            Observation seen = observations.next(state, NOW);
            check.on(state, seen, Migration.next(state, seen, policy, NOW));
        }
    }

    private static List<Action.ChangeRecords> changes(Decision decision) {
        return decision.actions()
                .stream()
                .filter(Action.ChangeRecords.class::isInstance)
                .map(Action.ChangeRecords.class::cast)
                .toList();
    }

    private static List<Integer> reservations(Decision decision) {
        return decision.actions()
                .stream()
                .filter(Action.ReserveLambda.class::isInstance)
                .map(action -> ((Action.ReserveLambda) action).environments())
                .toList();
    }

    /** Without a record nobody is sent anywhere. */
    private static int share(RecordSet records, Tier tier) {
        return records.split().map(split -> split.share(tier)).orElse(0);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
    }
}
