package dev.lambdaflex.cli.verbs;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.EventLine;

/** Prints one event after another. */
final class EventPrinter {

    private final Console console;
    private final boolean json;

    EventPrinter(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /** Prints {@code event}; false when nobody reads any more. */
    boolean print(JsonObject event) {
        console.line(json ? event.encode() : EventLine.of(event).text(console.style()));
        return !console.closed();
    }
}
