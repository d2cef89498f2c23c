package dev.lambdaflex.cli.verbs;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.weights.split.Tier;

/** A migration seen from its start to its end. */
final class Journey {

    private final ApiClient api;
    private final Console console;
    private final boolean json;

    Journey(ApiClient api, Console console, boolean json) {
        this.api = api;
        this.console = console;
        this.json = json;
    }

    /** Prints the events after number {@code before} until {@code app} rests or can get no further, and how it ended. */
    ExitCode follow(History history, long before, String app, Tier to) throws InterruptedException {
        JsonObject start = api.get(AppArgument.path(app)).object();
        if (!isOver(start.getJsonObject("phase").getString("name"))) {
            EventPrinter printer = new EventPrinter(console, json);
            api.events(history.path())
                    .follow(before,
                            event -> printer.print(event) && !isOver(event.getString("phase")), console::note);
        } else {
            history.readAfter(before, new EventPrinter(console, json)::print);
        }
        JsonObject phase = api.get(AppArgument.path(app)).object().getJsonObject("phase");
        boolean arrived = phase.getString("name").equals("resting") && to.name().equals(phase.getString("tier"));
        tell(app, to, phase, arrived);
        return arrived ? ExitCode.OK : ExitCode.FINDING;
    }

    private void tell(String app, Tier to, JsonObject phase, boolean arrived) {
        if (json) {
            console.line(new JsonObject().put("result", new JsonObject().put("app", app)
                    .put("to", to.name())
                    .put("arrived", arrived)
                    .put("phase", phase)).encode());
            return;
        }
        console.line(arrived
                ? "%s has arrived on %s".formatted(app, to.label())
                : "%s has not arrived on %s: it is %s".formatted(app, to.label(), new PhaseText(phase).text()));
    }

    // Events name the tier along with it: resting-lambda.
    private static boolean isOver(String phase) {
        return phase.startsWith("resting") || phase.equals("rollback-failed");
    }
}
