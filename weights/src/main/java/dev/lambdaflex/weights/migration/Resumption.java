package dev.lambdaflex.weights.migration;

import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.split.Split;

/** Where automation goes on after a hold. */
final class Resumption {

    private Resumption() {}

    static Phase of(Phase.Held held, Situation s) {
        return held.reason() instanceof HoldReason.ManualWeights manual
                ? fromSplit(held.resumes(), manual.split(), s)
                : restarted(held.resumes(), s);
    }

    private static Phase fromSplit(Phase resumes, Split split, Situation s) {
        if (s.state().targets().fargate().isEmpty()) {
            return restarted(resumes, s);
        }
        boolean down = resumes instanceof Phase.Quiescing
                || (resumes instanceof Phase.Shifting shifting && shifting.direction() == Direction.DOWN);
        if (down) {
            return split.equals(Split.ALL_LAMBDA)
                    ? new Phase.Quiescing(s.now())
                    : s.state().shiftOn(Direction.DOWN, s.now());
        }
        return split.equals(Split.ALL_FARGATE)
                ? restarted(resumes instanceof Phase.Resting ? resumes : new Phase.Baking(0, s.now()), s)
                : s.state().shiftOn(Direction.UP, s.now());
    }

    /** The same phase with its time beginning anew: deadlines do not run while a person holds. */
    private static Phase restarted(Phase phase, Situation s) {
        return switch (phase) {
            case Phase.Resting resting -> new Phase.Resting(resting.tier(), s.now());
            case Phase.Provisioning _ -> new Phase.Provisioning(s.now());
            case Phase.Verifying verifying -> new Phase.Verifying(verifying.accepted(), s.now());
            case Phase.Shifting shifting -> Phase.Shifting.begin(shifting.direction(), shifting.step(), s.now());
            case Phase.Baking _ -> new Phase.Baking(0, s.now());
            case Phase.Quiescing _ -> new Phase.Quiescing(s.now());
            case Phase.TearingDown leaving -> new Phase.TearingDown(leaving.attempt(), leaving.asked(),
                    leaving.spareTill(), s.now());
            case Phase.RollingBack back -> back;
            case Phase.RollbackFailed failed -> failed;
            case Phase.Held held -> held;
        };
    }
}
