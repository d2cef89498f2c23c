package dev.lambdaflex.cli.simulate;

import dev.lambdaflex.simulator.virtual.RunResult;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A virtual run for programs. */
final class RunJson {

    private RunJson() {}

    static JsonObject of(RunResult result) {
        return new JsonObject().put("good", result.good())
                .put("seed", result.seed())
                .put("seconds", result.passed().toSeconds())
                .put("ticks", result.ticks())
                .put("requests", new JsonObject().put("lambda", result.traffic().lambda())
                        .put("fargate", result.traffic().fargate())
                        .put("lambdaErrors", result.traffic().lambdaErrors())
                        .put("fargateErrors", result.traffic().fargateErrors())
                        .put("lost", result.traffic().lost()))
                .put("migrationsUp", result.migrationsUp())
                .put("migrationsDown", result.migrationsDown())
                .put("rollbacks", result.rollbacks())
                .put("restarts", result.restarts())
                .put("violations", result.violations().size())
                .put("violationList", new JsonArray(result.violations().stream().map(Object::toString).toList()))
                .put("left", result.left())
                .put("phase", result.phase())
                .put("reason", result.reason())
                .put("decisions", result.log().size())
                .put("logSha256", result.logHash());
    }
}
