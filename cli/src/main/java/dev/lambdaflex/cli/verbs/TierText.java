package dev.lambdaflex.cli.verbs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.console.Printable;
import dev.lambdaflex.cli.console.Style;
import dev.lambdaflex.weights.plan.Durations;

/** What is known of a tier, in a line. */
record TierText(Style style) {

    String lambda(JsonObject tier) {
        List<String> parts = common(tier);
        if (Boolean.TRUE.equals(tier.getBoolean("throttled"))) {
            parts.add(1, style.red("throttled at %,d at once".formatted(tier.getInteger("concurrencyLimit"))));
        }
        return parts.isEmpty() ? style.dim("nothing is known yet") : String.join(", ", parts);
    }

    String fargate(JsonObject tier) {
        List<String> parts = common(tier);
        String status = tier.getString("status");
        if (status != null) {
            parts.addFirst(Printable.text(status.toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        if (tier.getInteger("desiredTasks") != null && tier.getInteger("desiredTasks") > 0) {
            parts.add(1, "%d of %d tasks run, %d healthy".formatted(tier.getInteger("runningTasks", 0),
                    tier.getInteger("desiredTasks"), tier.getInteger("healthyTargets", 0)));
        }
        String detail = tier.getString("detail");
        if (detail != null && !detail.isBlank()) {
            parts.add(Printable.text(detail));
        }
        return String.join(", ", parts);
    }

    private List<String> common(JsonObject tier) {
        List<String> parts = new ArrayList<>();
        if (!tier.getBoolean("seen", true)) {
            parts.add(style.yellow("cannot be read"));
            return parts;
        }
        int failed = tier.getInteger("failedProbes", 0);
        if (failed > 0) {
            parts.add(style.red(Figures.count(failed, "probe failed", "probes failed in a row")));
        } else if (Boolean.TRUE.equals(tier.getBoolean("answers"))) {
            parts.add(style.green("answers"));
        }
        JsonObject served = tier.getJsonObject("served");
        if (served != null) {
            parts.add("%s, %s%s".formatted(Figures.count(served.getLong("requests"), "request", "requests"),
                    Figures.count(served.getLong("errors"), "error", "errors"),
                    served.getString("p99") == null
                            ? ""
                            : ", p99 " + Durations.text(Duration.parse(served.getString("p99")))));
        }
        return parts;
    }
}
