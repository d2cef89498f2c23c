package dev.lambdaflex.provisioner.api;

import java.util.List;

import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.plan.Direction;

/** The short names of phases: in the API, in metrics and in events. */
public final class PhaseNames {

    static final List<String> ALL = List.of("resting", "provisioning", "verifying", "shifting-up", "shifting-down",
            "baking", "quiescing", "tearing-down", "rolling-back", "rollback-failed", "held");

    private PhaseNames() {}

    public static String of(Phase phase) {
        return switch (phase) {
            case Phase.Resting _ -> "resting";
            case Phase.Provisioning _ -> "provisioning";
            case Phase.Verifying _ -> "verifying";
            case Phase.Shifting shifting -> shifting.direction() == Direction.UP ? "shifting-up" : "shifting-down";
            case Phase.Baking _ -> "baking";
            case Phase.Quiescing _ -> "quiescing";
            case Phase.TearingDown _ -> "tearing-down";
            case Phase.RollingBack _ -> "rolling-back";
            case Phase.RollbackFailed _ -> "rollback-failed";
            case Phase.Held _ -> "held";
        };
    }
}
