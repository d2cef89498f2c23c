package dev.lambdaflex.weights.migration;

import java.util.Locale;

/** The short name of a phase, for programs and people: {@code resting-lambda}, {@code shifting-up}. */
public final class PhaseLabel {

    private PhaseLabel() {}

    public static String of(Phase phase) {
        return switch (phase) {
            case Phase.Resting resting -> "resting-" + resting.tier().label();
            case Phase.Provisioning _ -> "provisioning";
            case Phase.Verifying _ -> "verifying";
            case Phase.Shifting shifting -> "shifting-" + shifting.direction().name().toLowerCase(Locale.ROOT);
            case Phase.Baking _ -> "baking";
            case Phase.Quiescing _ -> "quiescing";
            case Phase.TearingDown _ -> "tearing-down";
            case Phase.RollingBack back -> "rolling-back-to-" + back.to().label();
            case Phase.RollbackFailed _ -> "rollback-failed";
            case Phase.Held _ -> "held";
        };
    }
}
