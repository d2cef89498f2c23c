package dev.lambdaflex.simulator.backstage;

import java.util.Map;
import java.util.TreeMap;

import dev.lambdaflex.simulator.model.AppTruth;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A look behind the stage as JSON. */
final class TruthJson {

    private TruthJson() {}

    static JsonObject of(Scene scene) {
        AppTruth truth = scene.truth();
        return new JsonObject().put("lambdaHealthy", truth.lambdaHealthy())
                .put("fargateHealthy", truth.fargateHealthy())
                .put("resourcesLeft", truth.resources().left())
                .put("processes", new JsonArray(scene.processes()))
                .put("idleDollarsPerHour", truth.idleCost().total())
                .put("violations", violations(scene))
                .put("calls", sorted(scene.calls()))
                .put("busiestSecond", sorted(scene.busiest()));
    }

    private static JsonArray violations(Scene scene) {
        JsonArray violations = new JsonArray();
        scene.violations()
                .forEach(violation -> violations.add(new JsonObject().put("at", violation.at().toString())
                        .put("invariant", violation.invariant().name())
                        .put("sentence", violation.sentence())));
        return violations;
    }

    private static JsonObject sorted(Map<String, ? extends Number> figures) {
        JsonObject json = new JsonObject();
        new TreeMap<>(figures).forEach(json::put);
        return json;
    }
}
