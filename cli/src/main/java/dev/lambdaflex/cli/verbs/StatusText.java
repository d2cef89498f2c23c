package dev.lambdaflex.cli.verbs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.console.Printable;
import dev.lambdaflex.cli.console.Style;
import dev.lambdaflex.cli.console.Table;
import dev.lambdaflex.weights.plan.Durations;

/**
 * One app with all that is known about it.
 *
 * <pre>
 *   petstore  shifting up, step 3 of 7, for 2 min 5 s
 *
 *     lambda   ###########################...  90 %
 *     fargate  ###...........................  10 %
 *
 *     now     step 3/7 at 10 %: 212 of 300 requests needed
 *     plan    1 5 [10] 25 50 75 100 %, 2 min each
 *     gates   wait  requests  fargate  212 of 300 requests
 *     ...
 * </pre>
 */
record StatusText(Style style) {

    List<String> lines(JsonObject app) {
        List<String> lines = new ArrayList<>();
        lines.add(head(app));
        lines.add("");
        lines.addAll(new WeightsText(style).bars(app.getJsonObject("weights")));
        lines.add("");
        lines.addAll(facts(app).lines());
        return lines;
    }

    private String head(JsonObject app) {
        JsonObject phase = app.getJsonObject("phase");
        Instant at = app.getInstant("at");
        return "%s  %s, for %s".formatted(style.bold(Printable.text(app.getString("app"))),
                painted(phase.getString("name"), new PhaseText(phase).text()),
                Durations.text(Duration.between(phase.getInstant("since"), at)));
    }

    private Table facts(JsonObject app) {
        Table facts = new Table("  ").row("now", Printable.text(app.getString("reason")));
        if (!app.getJsonArray("blind").isEmpty()) {
            app.getJsonArray("blind")
                    .forEach(what -> facts.row("blind",
                            style.yellow(Printable.text(String.valueOf(what)))));
        }
        facts.row("plan", new PlanLine(style).text(app.getJsonObject("plan")));
        gates(app.getJsonObject("gates")).forEach(gate -> facts.row("gate", gate));
        JsonObject tiers = app.getJsonObject("tiers");
        facts.row("lambda", new TierText(style).lambda(tiers.getJsonObject("lambda")));
        facts.row("fargate", new TierText(style).fargate(tiers.getJsonObject("fargate")));
        JsonObject demand = app.getJsonObject("demand");
        facts.row("demand", demand == null
                ? style.yellow("cannot be read")
                : "%.1f requests/s, lately %.1f".formatted(demand.getDouble("stableRate"),
                        demand.getDouble("panicRate")));
        Instant notBefore = app.getJsonObject("backoff").getInstant("notBefore");
        if (notBefore != null && notBefore.isAfter(app.getInstant("at"))) {
            facts.row("backoff", "automation starts nothing before " + Figures.time(notBefore));
        }
        return facts.row("verbs", style.dim(String.join(" ", app.getJsonArray("verbs")
                .stream()
                .map(verb -> Printable.text(String.valueOf(verb)))
                .toList())));
    }

    // A table of its own, so that the columns of the gates do not stretch the other facts.
    private List<String> gates(JsonObject gates) {
        Table table = new Table("");
        for (Object item : gates.getJsonArray("evidence")) {
            JsonObject gate = (JsonObject) item;
            table.row(verdict(gate.getString("verdict")), Printable.text(gate.getString("gate")),
                    gate.getString("tier").toLowerCase(Locale.ROOT), Printable.text(gate.getString("sentence")));
        }
        return table.lines();
    }

    private String verdict(String verdict) {
        return switch (verdict) {
            case "PASS" -> style.green("pass");
            case "INCONCLUSIVE" -> style.yellow("wait");
            case "ERROR" -> style.yellow("unreadable");
            case "FAIL" -> style.red("fail");
            case "HARD_FAIL" -> style.red("broken");
            default -> Printable.text(verdict);
        };
    }

    private String painted(String phase, String text) {
        return switch (phase) {
            case "resting" -> style.green(text);
            case "held" -> style.yellow(text);
            case "rolling-back", "rollback-failed" -> style.red(text);
            default -> style.cyan(text);
        };
    }
}
