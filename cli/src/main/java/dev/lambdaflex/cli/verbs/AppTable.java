package dev.lambdaflex.cli.verbs;

import java.util.List;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.console.Printable;
import dev.lambdaflex.cli.console.Style;
import dev.lambdaflex.cli.console.Table;

/** A line for each of several apps. */
final class AppTable {

    private AppTable() {}

    static List<String> lines(List<JsonObject> apps, Style style) {
        if (apps.isEmpty()) {
            return List.of("no apps");
        }
        Table table = new Table("").row(style.dim("APP"), style.dim("FARGATE"), style.dim("PHASE"),
                style.dim("NOW"));
        for (JsonObject app : apps) {
            JsonObject wanted = app.getJsonObject("weights").getJsonObject("wanted");
            table.row(style.bold(Printable.text(app.getString("app"))), Figures.percent(wanted, "fargatePercent"),
                    new PhaseText(app.getJsonObject("phase")).text(), Printable.text(app.getString("reason")));
        }
        return table.lines();
    }
}
