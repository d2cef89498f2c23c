package dev.lambdaflex.provisioner.api;

import java.util.Optional;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.migration.LambdaView;
import dev.lambdaflex.weights.migration.Observation;
import dev.lambdaflex.weights.split.Tier;

/** The tiers as they were seen. What could not be read is null. */
final class TierJson {

    private TierJson() {}

    static JsonObject lambda(Status status) {
        Observation seen = status.seen();
        Optional<LambdaView> view = seen.lambda();
        return common(status, Tier.LAMBDA, view.isPresent(), seen.lambdaAnswers(), seen.lambdaWindow())
                .put("target", Json.text(view.map(LambdaView::target)))
                .put("concurrencyLimit", view.map(tier -> tier.concurrency().limit()).orElse(null))
                .put("throttled", view.map(LambdaView::throttled).orElse(null));
    }

    static JsonObject fargate(Status status) {
        Observation seen = status.seen();
        Optional<FargateView> view = seen.fargate();
        return common(status, Tier.FARGATE, view.isPresent(), seen.fargateAnswers(), seen.fargateWindow())
                .put("status", Json.text(view.map(FargateView::status)))
                .put("target", Json.text(view.flatMap(FargateView::target)))
                .put("healthyTargets", view.map(FargateView::healthyTargets).orElse(null))
                .put("runningTasks", view.map(FargateView::runningTasks).orElse(null))
                .put("desiredTasks", view.map(FargateView::desiredTasks).orElse(null))
                .put("detail", Json.text(view.map(FargateView::detail)));
    }

    private static JsonObject common(Status status, Tier tier, boolean seen, Optional<Boolean> answers,
            Optional<TierWindow> window) {
        return new JsonObject().put("seen", seen)
                .put("answers", answers.orElse(null))
                .put("failedProbes", status.state().probes().of(tier))
                .put("served", served(window));
    }

    private static @Nullable JsonObject served(Optional<TierWindow> window) {
        return window.map(served -> new JsonObject().put("from", served.from().toString())
                .put("to", served.to().toString())
                .put("requests", served.requests())
                .put("errors", served.errors())
                .put("p99", Json.text(served.p99()))
                .put("source", served.source())).orElse(null);
    }
}
