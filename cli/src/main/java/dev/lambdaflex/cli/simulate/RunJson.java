package dev.lambdaflex.cli.simulate;

import java.time.Duration;

import dev.lambdaflex.simulator.virtual.FaultPlan;
import dev.lambdaflex.simulator.virtual.RunResult;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A virtual run for programs. All but {@code wallSeconds} is the same for the same seed. */
final class RunJson {

    private RunJson() {}

    static JsonObject of(RunResult result, Duration wall) {
        return new JsonObject().put("good", result.good())
                .put("seed", result.seed())
                .put("seconds", result.passed().toSeconds())
                .put("wallSeconds", wall.toMillis() / 1000.0)
                .put("ticks", result.ticks())
                .put("requests", requests(result))
                .put("stay", stay(result))
                .put("migrationsUp", result.migrationsUp())
                .put("migrationsDown", result.migrationsDown())
                .put("builds", result.builds())
                .put("rollbacks", result.rollbacks())
                .put("restarts", result.restarts())
                .put("lostCalls", result.lostCalls())
                .put("faults", new JsonArray(result.faults().windows().stream().map(RunJson::fault).toList()))
                .put("violations", result.violations().size())
                .put("violationList", new JsonArray(result.violations().stream().map(Object::toString).toList()))
                .put("incidents", new JsonArray(result.losses().incidents()))
                .put("left", result.left())
                .put("phase", result.phase())
                .put("reason", result.reason())
                .put("decisions", result.log().size())
                .put("logSha256", result.logHash());
    }

    private static JsonObject requests(RunResult result) {
        return new JsonObject().put("lambda", result.traffic().lambda())
                .put("fargate", result.traffic().fargate())
                .put("lambdaErrors", result.traffic().lambdaErrors())
                .put("fargateErrors", result.traffic().fargateErrors())
                .put("foundNobody", result.traffic().lost())
                .put("lost", result.losses().failed())
                .put("avoidable", result.losses().avoidable());
    }

    private static JsonObject stay(RunResult result) {
        return new JsonObject().put("lambdaSeconds", result.stay().lambda().toSeconds())
                .put("bothSeconds", result.stay().both().toSeconds())
                .put("fargateSeconds", result.stay().fargate().toSeconds())
                .put("builtSeconds", result.stay().built().toSeconds())
                .put("standingDollars", result.stay().dollars());
    }

    private static JsonObject fault(FaultPlan.Window window) {
        return new JsonObject().put("fault", window.fault().label())
                .put("fromSeconds", window.from().toSeconds())
                .put("untilSeconds", window.until().toSeconds());
    }
}
