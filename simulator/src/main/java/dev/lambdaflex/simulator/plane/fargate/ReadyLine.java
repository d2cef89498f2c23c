package dev.lambdaflex.simulator.plane.fargate;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.OptionalInt;

/** The line by which a server tells its port: {@code {"event":"ready","port":12345}}. */
final class ReadyLine {

    private static final int MAX_PORT = 65_535;

    private ReadyLine() {}

    /** The port; empty when {@code line} is any other line. */
    static OptionalInt port(String line) {
        if (!line.startsWith("{")) {
            return OptionalInt.empty();
        }
        try {
            JsonObject event = new JsonObject(line);
            boolean ready = "ready".equals(event.getValue("event")) && event.getValue("port") instanceof Integer;
            int port = ready ? event.getInteger("port") : 0;
            return port > 0 && port <= MAX_PORT ? OptionalInt.of(port) : OptionalInt.empty();
        } catch (DecodeException _) {
            return OptionalInt.empty();
        }
    }
}
