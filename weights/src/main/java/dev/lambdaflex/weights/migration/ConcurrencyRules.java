package dev.lambdaflex.weights.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.split.Tier;

/**
 * A reservation caps Lambda. One that is too small for all of the demand is raised before traffic goes there, and lowered to what
 * it was at rest, as soon as that carries Lambda's part. A function without a reservation has all that the account leaves, and
 * one whose reservation is 0 was switched off by somebody: neither is touched.
 */
final class ConcurrencyRules {

    private ConcurrencyRules() {}

    static Turn enforce(Turn turn, Situation s) {
        Optional<Concurrency> concurrency = s.seen().lambda().map(LambdaView::concurrency);
        Optional<Integer> reserved = concurrency.flatMap(Concurrency::reserved);
        if (concurrency.isEmpty() || s.seen().demand().isEmpty()) {
            return turn;
        }
        Optional<Raise> raise = turn.state()
                .raise()
                .filter(raised -> reserved.filter(raised::explains).isPresent());
        Turn known = raise.equals(turn.state().raise()) ? turn : remembering(turn, raise);
        return reserved.filter(environments -> environments > 0)
                .map(environments -> isReceiving(known.state().phase(), s, concurrency.get())
                        ? raised(known, s, environments, attainable(s, concurrency.get()))
                        : lowered(known, s, environments))
                .orElse(known);
    }

    private static Turn raised(Turn turn, Situation s, int reserved, int wanted) {
        if (carries(s, reserved) || wanted <= reserved) {
            return turn;
        }
        Raise raise = turn.state().raise().orElseGet(() -> new Raise(reserved, wanted)).further(wanted);
        return first(remembering(turn, Optional.of(raise)), new Action.ReserveLambda(wanted));
    }

    private static Turn lowered(Turn turn, Situation s, int reserved) {
        Optional<Raise> raise = turn.state().raise();
        if (raise.isEmpty() || !(turn.state().phase() instanceof Phase.Resting resting)) {
            return turn;
        }
        int before = raise.get().before();
        if (reserved == before) {
            return remembering(turn, Optional.empty());
        }
        boolean suffices = resting.tier() == Tier.FARGATE || carries(s, before);
        return suffices ? first(turn, new Action.ReserveLambda(before)) : turn;
    }

    /** Whether Lambda receives what Fargate serves, or is about to. */
    private static boolean isReceiving(Phase phase, Situation s, Concurrency concurrency) {
        if (phase instanceof Phase.Held(HoldReason.Drifted _, _, _)) {
            return false;
        }
        return switch (phase.active()) {
            case Phase.Shifting shifting -> shifting.direction() == Direction.DOWN;
            case Phase.RollingBack back -> back.to() == Tier.LAMBDA;
            case Phase.RollbackFailed failed -> failed.to() == Tier.LAMBDA;
            case Phase.Quiescing _,Phase.TearingDown _ -> true;
            case Phase.Resting resting -> resting.equals(phase) && RestingRules.wishesToDrain(s)
                    && carries(s, attainable(s, concurrency));
            case Phase.Provisioning _,Phase.Verifying _,Phase.Baking _,Phase.Held _ -> false;
        };
    }

    private static boolean carries(Situation s, int environments) {
        return s.policy().environments().carriedBy(environments) >= s.peak();
    }

    private static int attainable(Situation s, Concurrency concurrency) {
        return Math.min(s.policy().environments().reservationFor(s.peak()), concurrency.reservable());
    }

    private static Turn remembering(Turn turn, Optional<Raise> raise) {
        return new Turn(turn.state().with(raise), turn.actions(), turn.reason(), turn.gates());
    }

    /** Before all else of the turn: capacity comes before traffic. */
    private static Turn first(Turn turn, Action action) {
        List<Action> actions = new ArrayList<>(List.of(action));
        actions.addAll(turn.actions());
        return turn.doing(actions);
    }
}
