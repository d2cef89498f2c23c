package dev.lambdaflex.provisioner.api;

import java.util.ArrayList;
import java.util.List;

import dev.lambdaflex.weights.migration.HoldReason;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Phase;

/**
 * The verbs that make sense in a phase, for buttons and for completion. It is only an offer: the core decides on each
 * request anew.
 */
final class FittingVerbs {

    private FittingVerbs() {}

    static List<String> of(MigrationState state) {
        List<String> verbs = new ArrayList<>(of(state.phase()));
        if (state.backoff().failures() > 0 && state.phase() instanceof Phase.Resting) {
            verbs.add("retry");
        }
        return List.copyOf(verbs);
    }

    private static List<String> of(Phase phase) {
        return switch (phase) {
            case Phase.Resting _ -> List.of("start", "pause", "set-weights");
            case Phase.Provisioning _,Phase.Verifying _ -> List.of("pause", "abort");
            case Phase.Shifting _ ->
                List.of("promote", "promote-full", "step-back", "pause", "abort", "set-weights");
            case Phase.Baking _ -> List.of("promote", "step-back", "pause", "abort", "set-weights");
            case Phase.Quiescing _ -> List.of("pause", "start");
            case Phase.TearingDown _ -> List.of("pause");
            case Phase.RollingBack _ -> List.of();
            case Phase.RollbackFailed _ -> List.of("retry");
            case Phase.Held held -> held(held);
        };
    }

    private static List<String> held(Phase.Held held) {
        return switch (held.reason()) {
            case HoldReason.Paused _,HoldReason.ManualWeights _ ->
                held.resumes() instanceof Phase.Resting
                        ? List.of("resume", "set-weights")
                        : List.of("resume", "abort", "set-weights");
            case HoldReason.Inconclusive _ -> List.of("promote", "step-back", "retry", "pause", "abort", "set-weights");
            case HoldReason.Blind _ -> List.of("retry", "pause", "abort");
            case HoldReason.TeardownStuck _ -> List.of("retry");
        };
    }
}
