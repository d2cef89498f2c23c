package dev.lambdaflex.cli.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.vertx.core.json.JsonObject;

/** What the API says, in several states. */
public final class Samples {

    private Samples() {}

    /** At step 3 of 7 on the way up. */
    public static JsonObject shifting() {
        String name = "/app-shifting.json";
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same app at rest. */
    public static JsonObject resting(String tier) {
        return shifting().put("phase",
                new JsonObject().put("name", "resting").put("since", "2026-11-24T12:00:00Z").put("tier", tier));
    }

    public static String apps(JsonObject... apps) {
        return new JsonObject().put("apps", List.of(apps)).encode();
    }

    public static String done(String message, JsonObject app) {
        return new JsonObject().put("message", message).put("app", app).encode();
    }

    /** An event of the stream. */
    public static String event(long seq, String phase, String text) {
        return "event: event\nid: %d\ndata: %s\n\n".formatted(seq, eventJson(seq, phase, text).encode());
    }

    public static JsonObject eventJson(long seq, String phase, String text) {
        return new JsonObject().put("seq", seq)
                .put("at", "2026-11-24T12:00:00Z")
                .put("app", "petstore")
                .put("kind", "TRANSITION")
                .put("actor", "automation")
                .put("phase", phase)
                .put("before", 5)
                .put("after", 10)
                .put("text", text);
    }
}
