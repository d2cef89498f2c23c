package dev.lambdaflex.cli.verbs;

import java.util.List;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.console.ExitCode;
import picocli.CommandLine.Command;

/** {@code status}: one app with all that is known about it, or a line for each. */
@Command(name = "status", description = "Show where an app stands, what it waits for and on what evidence. Without APP, and with several apps: a line for each.", footer = {
        "  lambdaflex status",
        "  lambdaflex status petstore -o json"})
public final class StatusCommand extends ApiCommand {

    @Override
    ExitCode run(ApiClient api) throws InterruptedException {
        if (app().isNamed()) {
            JsonObject status = api.get(AppArgument.path(app().in(api))).object();
            return show(status, new StatusText(console().style()).lines(status));
        }
        JsonObject all = api.get("/v1/apps").object();
        List<JsonObject> apps = all.getJsonArray("apps").stream().map(JsonObject.class::cast).toList();
        return show(all, apps.size() == 1
                ? new StatusText(console().style()).lines(apps.getFirst())
                : AppTable.lines(apps, console().style()));
    }

    private ExitCode show(JsonObject json, List<String> text) {
        if (global().json()) {
            console().line(json.encodePrettily());
        } else {
            console().lines(text);
        }
        return ExitCode.OK;
    }
}
