package dev.lambdaflex.simulator.backstage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.lambdaflex.simulator.model.AppTruth;
import dev.lambdaflex.simulator.model.money.HourlyCost;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A look behind the stage as JSON, and back. */
final class SceneJson {

    private SceneJson() {}

    static JsonObject of(Scene scene) {
        AppTruth truth = scene.truth();
        return new JsonObject().put("records", records(truth.records()))
                .put("inSync", truth.inSync())
                .put("lambdaHealthy", truth.lambdaHealthy())
                .put("fargateHealthy", truth.fargateHealthy())
                .put("lastLambda", truth.lastLambda().map(Instant::toString).orElse(null))
                .put("lastFargate", truth.lastFargate().map(Instant::toString).orElse(null))
                .put("dangling", new JsonArray(truth.dangling()))
                .put("resources", resources(truth.resources()))
                .put("idleCost", cost(truth.idleCost()))
                .put("removing", scene.removing())
                .put("term", scene.term())
                .put("processes", new JsonArray(scene.processes()))
                .put("calls", sorted(scene.calls()))
                .put("busiestSecond", sorted(scene.busiest()));
    }

    static Scene read(JsonObject json) {
        AppTruth truth = new AppTruth(records(json.getJsonObject("records")), json.getBoolean("inSync"),
                json.getBoolean("lambdaHealthy"), json.getBoolean("fargateHealthy"),
                Optional.ofNullable(json.getInstant("lastLambda")), Optional.ofNullable(json.getInstant("lastFargate")),
                texts(json, "dangling"), resources(json.getJsonObject("resources")),
                cost(json.getJsonObject("idleCost")));
        return new Scene(truth, json.getBoolean("removing"), json.getLong("term"),
                texts(json, "processes"),
                figures(json, "calls").entrySet()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().longValue())),
                figures(json, "busiestSecond").entrySet()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().intValue())));
    }

    private static JsonObject records(RecordSet records) {
        return new JsonObject().put("lambda", record(records.lambda())).put("fargate", record(records.fargate()));
    }

    private static @Nullable JsonObject record(Optional<RecordSet.Weighted> record) {
        return record.map(it -> new JsonObject().put("weight", it.weight()).put("target", it.target())).orElse(null);
    }

    private static RecordSet records(JsonObject json) {
        return new RecordSet(record(json, Tier.LAMBDA), record(json, Tier.FARGATE));
    }

    private static Optional<RecordSet.Weighted> record(JsonObject json, Tier tier) {
        return Optional.ofNullable(json.getJsonObject(tier.label()))
                .map(it -> new RecordSet.Weighted(it.getInteger("weight"), it.getString("target")));
    }

    private static JsonObject resources(AppTruth.Resources resources) {
        return new JsonObject().put("stacks", new JsonArray(resources.stacks()))
                .put("balancers", new JsonArray(resources.balancers()))
                .put("tasks", new JsonArray(resources.tasks()))
                .put("interfaces", new JsonArray(resources.interfaces()))
                .put("environments", new JsonArray(resources.environments()));
    }

    private static AppTruth.Resources resources(JsonObject json) {
        return new AppTruth.Resources(texts(json, "stacks"), texts(json, "balancers"), texts(json, "tasks"),
                texts(json, "interfaces"), texts(json, "environments"));
    }

    private static JsonObject cost(HourlyCost cost) {
        return new JsonObject().put("balancer", cost.balancer())
                .put("addresses", cost.addresses())
                .put("tasks", cost.tasks());
    }

    private static HourlyCost cost(JsonObject json) {
        return new HourlyCost(json.getDouble("balancer"), json.getDouble("addresses"), json.getDouble("tasks"));
    }

    private static List<String> texts(JsonObject json, String key) {
        return json.getJsonArray(key).stream().map(String.class::cast).toList();
    }

    private static Map<String, Number> figures(JsonObject json, String key) {
        return json.getJsonObject(key)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> (Number) entry.getValue()));
    }

    private static JsonObject sorted(Map<String, ? extends Number> figures) {
        JsonObject json = new JsonObject();
        new TreeMap<>(figures).forEach(json::put);
        return json;
    }
}
