package dev.lambdaflex.provisioner.api;

import java.util.Optional;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.weights.gate.Evidence;
import dev.lambdaflex.weights.gate.GateReport;
import dev.lambdaflex.weights.migration.FittingVerbs;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.PlanText;
import dev.lambdaflex.weights.split.RecordSet;

/** An app as the contract's schemas App and Weights show it. */
final class AppJson {

    private AppJson() {}

    static JsonObject of(Status status) {
        MigrationState state = status.state();
        return new JsonObject().put("app", status.app())
                .put("version", status.version())
                .put("at", status.at().toString())
                .put("phase", PhaseJson.of(state.phase(), state.plan()))
                .put("reason", status.reason())
                .put("verbs", new JsonArray(FittingVerbs.of(state, status.at())))
                .put("weights", weights(status))
                .put("plan", plan(state))
                .put("migration", new JsonObject().put("run", state.run()).put("origin", state.origin()))
                .put("gates", gates(status.gates()))
                .put("tiers", new JsonObject().put("lambda", TierJson.lambda(status))
                        .put("fargate", TierJson.fargate(status)))
                .put("demand",
                        status.seen()
                                .demand()
                                .map(demand -> new JsonObject().put("stableRate", demand.stable())
                                        .put("panicRate", demand.panic()))
                                .orElse(null))
                .put("change", new JsonObject().put("id", Json.text(state.change().id()))
                        .put("asked", state.change().asked().toString())
                        .put("inSync", Json.text(state.change().inSync())))
                .put("backoff", new JsonObject().put("failures", state.backoff().failures())
                        .put("notBefore", Json.text(state.backoff().notBefore())))
                .put("blind", new JsonArray(status.seen().blind()));
    }

    static JsonObject weights(Status status) {
        Optional<RecordSet> records = status.seen().records();
        return new JsonObject().put("app", status.app())
                .put("version", status.version())
                .put("wanted", Json.split(status.state().split()))
                .put("live", records.flatMap(RecordSet::split).map(Json::split).orElse(null))
                .put("records", new JsonObject().put("lambda", record(records.flatMap(RecordSet::lambda)))
                        .put("fargate", record(records.flatMap(RecordSet::fargate))));
    }

    private static @Nullable JsonObject record(Optional<RecordSet.Weighted> record) {
        return record.map(it -> new JsonObject().put("weight", it.weight()).put("target", it.target())).orElse(null);
    }

    private static JsonObject plan(MigrationState state) {
        Phase active = state.phase().active();
        Direction direction = PhaseJson.direction(active);
        JsonArray steps = new JsonArray();
        state.plan()
                .steps(direction)
                .forEach(step -> steps.add(new JsonObject().put("fargatePercent", Json.percent(step.split()))
                        .put("hold", step.hold().toString())));
        return new JsonObject().put("text", PlanText.of(state.plan()))
                .put("direction", direction.name())
                .put("currentStep", active instanceof Phase.Shifting shifting ? shifting.step() + 1 : null)
                .put("steps", steps);
    }

    private static JsonObject gates(GateReport report) {
        JsonArray evidence = new JsonArray();
        report.evidence().forEach(each -> evidence.add(evidence(each)));
        return new JsonObject().put("verdict", evidence.isEmpty() ? null : report.verdict().name())
                .put("evidence", evidence);
    }

    private static JsonObject evidence(Evidence evidence) {
        return new JsonObject().put("gate", evidence.gate())
                .put("tier", evidence.tier().name())
                .put("verdict", evidence.verdict().name())
                .put("sentence", evidence.sentence())
                .put("samples", evidence.samples())
                .put("window", evidence.window()
                        .map(window -> new JsonObject().put("from", window.from().toString())
                                .put("to", window.to().toString()))
                        .orElse(null))
                .put("source", evidence.source());
    }
}
