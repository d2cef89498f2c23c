package dev.lambdaflex.cli.process;

import java.util.Optional;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** The line by which a process tells its parent that it serves, and where: {@code {"event":"ready","port":8081}}. */
public final class ReadyLine {

    private static final String EVENT = "event";
    private static final String READY = "ready";

    private ReadyLine() {}

    public static String of(JsonObject where) {
        return new JsonObject().put(EVENT, READY).mergeIn(where).encode();
    }

    /** Where it serves; empty when {@code line} is any other line. */
    static Optional<JsonObject> read(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonObject said = new JsonObject(line);
            return READY.equals(said.getValue(EVENT)) ? Optional.of(said) : Optional.empty();
        } catch (DecodeException _) {
            return Optional.empty();
        }
    }
}
