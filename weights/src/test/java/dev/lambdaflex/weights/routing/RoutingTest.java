package dev.lambdaflex.weights.routing;

import static dev.lambdaflex.weights.routing.Availability.ABSENT;
import static dev.lambdaflex.weights.routing.Availability.AVAILABLE;
import static dev.lambdaflex.weights.routing.Availability.EJECTED;
import static dev.lambdaflex.weights.split.Tier.FARGATE;
import static dev.lambdaflex.weights.split.Tier.LAMBDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.weights.routing.Choice.Reason;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {

    private static final Split HALF = Split.ofPercent(50);
    private static final long LAMBDAS_TURN = 0;
    private static final long FARGATES_TURN = 5_000;

    @ParameterizedTest
    @CsvSource({
            // turn, lambda, fargate -> tier, reason
            "LAMBDA,  AVAILABLE, AVAILABLE, LAMBDA,  SPLIT", "LAMBDA,  AVAILABLE, EJECTED,   LAMBDA,  SPLIT",
            "LAMBDA,  AVAILABLE, ABSENT,    LAMBDA,  SPLIT", "LAMBDA,  EJECTED,   AVAILABLE, FARGATE, SPILLOVER",
            "LAMBDA,  EJECTED,   EJECTED,   LAMBDA,  LAST_RESORT",
            "LAMBDA,  EJECTED,   ABSENT,    LAMBDA,  LAST_RESORT",
            "LAMBDA,  ABSENT,    AVAILABLE, FARGATE, SPILLOVER", "LAMBDA,  ABSENT,    EJECTED,   FARGATE, LAST_RESORT",
            "FARGATE, AVAILABLE, AVAILABLE, FARGATE, SPLIT", "FARGATE, EJECTED,   AVAILABLE, FARGATE, SPLIT",
            "FARGATE, ABSENT,    AVAILABLE, FARGATE, SPLIT", "FARGATE, AVAILABLE, EJECTED,   LAMBDA,  SPILLOVER",
            "FARGATE, EJECTED,   EJECTED,   FARGATE, LAST_RESORT",
            "FARGATE, ABSENT,    EJECTED,   FARGATE, LAST_RESORT",
            "FARGATE, AVAILABLE, ABSENT,    LAMBDA,  SPILLOVER", "FARGATE, EJECTED,   ABSENT,    LAMBDA,  LAST_RESORT"})
    void theTierWhoseTurnItIsGetsTheRequestUnlessItCannot(Tier turn, Availability lambda, Availability fargate,
            Tier tier,
            Reason reason) {
        long position = turn == LAMBDA ? LAMBDAS_TURN : FARGATES_TURN;

        assertThat(Routing.decide(HALF, lambda, fargate, Optional.empty(), position))
                .isEqualTo(new Choice.To(tier, reason));
    }

    @Test
    void withNoUpstreamThereIsNowhereToGo() {
        assertThat(Routing.decide(HALF, ABSENT, ABSENT, Optional.empty(), LAMBDAS_TURN))
                .isEqualTo(new Choice.Nowhere());
    }

    @Test
    void fargateWithoutAShareGetsNothingEvenWhenLambdaFails() {
        assertThat(Routing.decide(Split.ALL_LAMBDA, EJECTED, AVAILABLE, Optional.empty(), 7))
                .isEqualTo(new Choice.To(LAMBDA, Reason.LAST_RESORT));
        assertThat(Routing.decide(Split.ALL_LAMBDA, ABSENT, AVAILABLE, Optional.empty(), 7))
                .isEqualTo(new Choice.Nowhere());
    }

    @Test
    void lambdaWithoutAShareIsTheStandbyThatTakesWhatFargateCannot() {
        assertThat(Routing.decide(Split.ALL_FARGATE, AVAILABLE, EJECTED, Optional.empty(), 7))
                .isEqualTo(new Choice.To(LAMBDA, Reason.SPILLOVER));
    }

    @Test
    void aTesterGetsTheTierThatHeAsksFor() {
        assertThat(Routing.decide(HALF, AVAILABLE, AVAILABLE, Optional.of(FARGATE), LAMBDAS_TURN))
                .isEqualTo(new Choice.To(FARGATE, Reason.OVERRIDE));
    }

    @Test
    void aTesterCannotReachATierWithoutShareOrOneThatIsEjected() {
        assertThat(Routing.decide(Split.ALL_LAMBDA, AVAILABLE, AVAILABLE, Optional.of(FARGATE), 0))
                .isEqualTo(new Choice.To(LAMBDA, Reason.SPLIT));
        assertThat(Routing.decide(HALF, AVAILABLE, EJECTED, Optional.of(FARGATE), LAMBDAS_TURN))
                .isEqualTo(new Choice.To(LAMBDA, Reason.SPLIT));
    }
}
