package dev.lambdaflex.provisioner.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.module.SimpleModule;

import dev.lambdaflex.weights.migration.HoldReason;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.safety.SafetyRule;
import dev.lambdaflex.weights.split.Split;

/**
 * How the core's sealed types and values are named in a stored state. The names are part of the file format: a class may
 * be renamed, its name here may not.
 */
final class StateMixins {

    private StateMixins() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("lambdaflex-state");
        module.setMixInAnnotation(Phase.class, PhaseNames.class);
        module.setMixInAnnotation(HoldReason.class, HoldReasonNames.class);
        module.setMixInAnnotation(SafetyRule.class, ByLabel.class);
        module.setMixInAnnotation(Split.class, ByBasisPoints.class);
        return module;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
            @JsonSubTypes.Type(value = Phase.Resting.class, name = "resting"),
            @JsonSubTypes.Type(value = Phase.Provisioning.class, name = "provisioning"),
            @JsonSubTypes.Type(value = Phase.Verifying.class, name = "verifying"),
            @JsonSubTypes.Type(value = Phase.Shifting.class, name = "shifting"),
            @JsonSubTypes.Type(value = Phase.Baking.class, name = "baking"),
            @JsonSubTypes.Type(value = Phase.Quiescing.class, name = "quiescing"),
            @JsonSubTypes.Type(value = Phase.TearingDown.class, name = "tearing-down"),
            @JsonSubTypes.Type(value = Phase.RollingBack.class, name = "rolling-back"),
            @JsonSubTypes.Type(value = Phase.RollbackFailed.class, name = "rollback-failed"),
            @JsonSubTypes.Type(value = Phase.Held.class, name = "held")})
    private interface PhaseNames {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
            @JsonSubTypes.Type(value = HoldReason.Paused.class, name = "paused"),
            @JsonSubTypes.Type(value = HoldReason.ManualWeights.class, name = "manual-weights"),
            @JsonSubTypes.Type(value = HoldReason.Inconclusive.class, name = "inconclusive"),
            @JsonSubTypes.Type(value = HoldReason.Blind.class, name = "blind"),
            @JsonSubTypes.Type(value = HoldReason.TeardownStuck.class, name = "teardown-stuck"),
            @JsonSubTypes.Type(value = HoldReason.Drifted.class, name = "drifted")})
    private interface HoldReasonNames {}

    private interface ByLabel {
        @JsonValue
        String label();
    }

    private abstract static class ByBasisPoints {
        @JsonCreator
        @SuppressWarnings("UnusedVariable") // The constructor only carries the annotation to the real one.
        ByBasisPoints(int fargateBasisPoints) {}

        @JsonValue
        abstract int fargateBasisPoints();
    }
}
