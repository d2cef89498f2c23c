package dev.lambdaflex.provisioner.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import dev.lambdaflex.weights.migration.HoldReason;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.safety.SafetyRule;

/** A phase with all its fields, by the names that people use. */
final class PhaseJson {

    private PhaseJson() {}

    static JsonObject of(Phase phase, ShiftPlan plan) {
        JsonObject json = new JsonObject().put("name", PhaseNames.of(phase)).put("since", phase.since().toString());
        return switch (phase) {
            case Phase.Resting resting -> json.put("tier", resting.tier().name());
            case Phase.Provisioning _,Phase.Quiescing _ -> json;
            case Phase.Verifying verifying -> json.put("accepted", verifying.accepted());
            case Phase.Shifting shifting -> json.put("step", shifting.step() + 1)
                    .put("steps", plan.steps(shifting.direction()).size())
                    .put("badTicks", shifting.badTicks())
                    .put("blindTicks", shifting.blindTicks())
                    .put("promoted", shifting.promoted());
            case Phase.Baking baking -> json.put("badTicks", baking.badTicks());
            case Phase.TearingDown down -> json.put("attempt", down.attempt()).put("asked", Json.text(down.asked()));
            case Phase.RollingBack back -> json.put("to", back.to().name())
                    .put("fargatePercent", Json.percent(back.split()))
                    .put("atOnce", back.atOnce())
                    .put("cause", back.cause())
                    .put("stepped", back.stepped().toString());
            case Phase.RollbackFailed failed -> json.put("to", failed.to().name())
                    .put("fargatePercent", Json.percent(failed.split()))
                    .put("cause", failed.cause());
            case Phase.Held held -> json.put("hold", hold(held.reason())).put("resumes", of(held.resumes(), plan));
        };
    }

    private static JsonObject hold(HoldReason reason) {
        return switch (reason) {
            case HoldReason.Paused paused -> new JsonObject().put("name", "paused")
                    .put("actor", paused.actor())
                    .put("why", paused.why());
            case HoldReason.ManualWeights manual -> new JsonObject().put("name", "manual-weights")
                    .put("fargatePercent", Json.percent(manual.split()))
                    .put("actor", manual.actor())
                    .put("why", manual.why())
                    .put("until", Json.text(manual.until()))
                    .put("overridden",
                            new JsonArray(manual.overridden().stream().map(SafetyRule::label).sorted().toList()));
            case HoldReason.Inconclusive _ -> new JsonObject().put("name", "inconclusive");
            case HoldReason.Blind _ -> new JsonObject().put("name", "blind");
            case HoldReason.TeardownStuck stuck -> new JsonObject().put("name", "teardown-stuck")
                    .put("detail", stuck.detail());
            case HoldReason.Drifted drifted -> new JsonObject().put("name", "drifted")
                    .put("detail", drifted.found().toString());
        };
    }

    /** The direction that the migration has, or had last. */
    static Direction direction(Phase phase) {
        return switch (phase) {
            case Phase.Shifting shifting -> shifting.direction();
            case Phase.RollingBack back -> Direction.towards(back.to());
            case Phase.RollbackFailed failed -> Direction.towards(failed.to());
            case Phase.Held held -> direction(held.resumes());
            case Phase.Quiescing _,Phase.TearingDown _ -> Direction.DOWN;
            case Phase.Resting resting -> Direction.towards(resting.tier());
            case Phase.Provisioning _,Phase.Verifying _,Phase.Baking _ -> Direction.UP;
        };
    }
}
