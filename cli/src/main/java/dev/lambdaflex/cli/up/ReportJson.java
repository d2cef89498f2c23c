package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.lambdaflex.simulator.load.Trouble;
import dev.lambdaflex.simulator.load.TierCounts;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A report for programs. */
final class ReportJson {

    private ReportJson() {}

    static JsonObject of(Report report) {
        TierCounts lambda = report.counts().tier(Tier.LAMBDA);
        TierCounts fargate = report.counts().tier(Tier.FARGATE);
        return new JsonObject().put("outcome", report.outcome().label())
                .put("expected", report.drill().expected().label())
                .put("fail", report.drill().label())
                .put("good", report.good())
                .put("requests", new JsonObject().put("lambda", lambda.requests())
                        .put("fargate", fargate.requests())
                        .put("sent", report.counts().sent())
                        .put("notSent", report.counts().notSent()))
                .put("lost", report.counts().lost())
                .put("wrong", report.counts().wrong())
                .put("indeterminate", report.counts().indeterminate())
                .put("indeterminateRequests", troubles(report.indeterminate()))
                .put("failedRequests", troubles(report.failed()))
                .put("violations", report.violations().size())
                .put("violationList", new JsonArray(report.violations().stream().map(Object::toString).toList()))
                .put("orphans", report.orphans())
                .put("steps", steps(report))
                .put("latencyMillis", new JsonObject().put("lambda", latency(lambda)).put("fargate", latency(fargate)))
                .put("idleCostPerHour",
                        new JsonObject().put("before", report.idleBefore()).put("after", report.idleAfter()))
                .put("calls", figures(report.calls()))
                .put("callsInBusiestSecond", figures(report.busiest()))
                .put("seconds", seconds(report.length()))
                .put("speed", report.speed())
                .put("seed", report.seed());
    }

    private static JsonArray steps(Report report) {
        JsonArray steps = new JsonArray();
        report.steps()
                .forEach(step -> steps.add(new JsonObject().put("at", step.at())
                        .put("seconds", seconds(step.since()))
                        .put("phase", step.phase())
                        .put("fargatePercent", step.after() / 100.0)
                        .put("text", step.text())));
        return steps;
    }

    private static JsonObject figures(Map<String, ? extends Number> figures) {
        JsonObject json = new JsonObject();
        new TreeMap<>(figures).forEach(json::put);
        return json;
    }

    private static JsonArray troubles(List<Trouble> troubles) {
        return new JsonArray(troubles.stream().map(Object::toString).toList());
    }

    private static JsonObject latency(TierCounts counts) {
        return new JsonObject().put("p50", counts.p50().toNanos() / 1e6).put("p99", counts.p99().toNanos() / 1e6);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
