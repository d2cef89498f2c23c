package dev.lambdaflex.cli.verbs;

import java.util.ArrayList;
import java.util.List;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.console.Printable;
import dev.lambdaflex.cli.console.Style;
import dev.lambdaflex.cli.console.Table;
import org.jspecify.annotations.Nullable;

/** How the traffic of an app is shared: a bar for each tier. */
record WeightsText(Style style) {

    private static final int BAR = 30;

    /** The bars, and where each record leads. */
    List<String> lines(JsonObject weights) {
        List<String> lines = new ArrayList<>();
        lines.add("%s  version %d".formatted(style.bold(Printable.text(weights.getString("app"))),
                weights.getLong("version")));
        JsonObject records = weights.getJsonObject("records");
        lines.addAll(new Table("  ")
                .row(bar(weights, "lambda", "lambdaPercent", leadsTo(records.getJsonObject("lambda"))))
                .row(bar(weights, "fargate", "fargatePercent", leadsTo(records.getJsonObject("fargate"))))
                .lines());
        return lines;
    }

    /** The bars alone. */
    List<String> bars(JsonObject weights) {
        return new Table("  ")
                .row(bar(weights, "lambda", "lambdaPercent", ""))
                .row(bar(weights, "fargate", "fargatePercent", ""))
                .lines();
    }

    private String[] bar(JsonObject weights, String tier, String key, String more) {
        JsonObject wanted = weights.getJsonObject("wanted");
        return new String[]{tier, style.bar(wanted.getNumber(key).doubleValue() / 100, BAR),
                style.bold(Figures.percent(wanted, key)), live(weights.getJsonObject("live"), wanted, key), more};
    }

    // Worth a word only while it differs from what is wanted.
    private String live(@Nullable JsonObject live, JsonObject wanted, String key) {
        if (live == null) {
            return style.yellow("records cannot be read");
        }
        boolean same = live.getNumber(key).doubleValue() == wanted.getNumber(key).doubleValue();
        return same ? "" : style.yellow(Figures.percent(live, key) + " live");
    }

    private String leadsTo(@Nullable JsonObject target) {
        return target == null
                ? style.dim("no record")
                : style.dim("weight %d to %s".formatted(target.getInteger("weight"),
                        Printable.text(target.getString("target"))));
    }
}
