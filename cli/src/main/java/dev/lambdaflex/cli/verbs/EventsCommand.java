package dev.lambdaflex.cli.verbs;

import java.util.List;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code events}: what happened, and with {@code -f} what happens. */
@Command(name = "events", description = "Show what happened to an app and why. With -o json: one object a line.", footer = {
        "  lambdaflex events petstore",
        "  lambdaflex events petstore -f",
        "  lambdaflex events petstore --after 0 -o json"})
public final class EventsCommand extends ApiCommand {

    @Option(names = {"-f", "--follow"}, description = "Go on with new events as they happen, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--after", paramLabel = "N", description = "All events with a number above N; 0 for all there are.")
    private @Nullable Long after;

    @Option(names = {"-n",
            "--last"}, paramLabel = "N", defaultValue = "20", description = "The last N events, when there is no --after (default: 20).")
    private int last;

    @Override
    ExitCode run(ApiClient api) throws InterruptedException {
        EventPrinter printer = new EventPrinter(console(), global().json());
        History history = new History(api, app().in(api));
        long seen = shown(history, printer);
        if (follow && !console().closed()) {
            api.events(history.path()).follow(seen, printer::print, console()::note);
        }
        return ExitCode.OK;
    }

    private long shown(History history, EventPrinter printer) throws InterruptedException {
        if (after != null) {
            return history.readAfter(after, printer::print);
        }
        List<JsonObject> events = history.last(Math.max(1, last));
        events.forEach(printer::print);
        return events.isEmpty() ? 0 : events.getLast().getLong("seq");
    }
}
