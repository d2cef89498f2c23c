package dev.lambdaflex.cli.follow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.provisioner.reconcile.Event;
import io.vertx.core.json.JsonObject;

/** One app over the control API of a process that may be dead at any moment: then there is nothing new. */
public final class Chronicle {

    private static final int PAGE = 1_000;

    private final ApiClient api;
    private final String path;
    private final List<Event> events = new ArrayList<>();

    public Chronicle(ApiClient api, String app) {
        this.api = api;
        this.path = "/v1/apps/" + app;
    }

    /** The app as it stands; empty while nobody answers. */
    public synchronized Optional<Moment> now() throws InterruptedException {
        return get(path).map(Moment::new);
    }

    /** Asks for what has happened since the last time, and tells all of it that was not told before. */
    public synchronized List<Event> news() throws InterruptedException {
        List<Event> fresh = new ArrayList<>();
        Optional<JsonObject> page;
        do {
            long last = events.isEmpty() ? 0 : events.getLast().seq();
            page = get("%s/events?after=%d&limit=%d".formatted(path, last, PAGE));
            List<Event> read = page.map(Chronicle::events).orElse(List.of());
            events.addAll(read);
            fresh.addAll(read);
        } while (page.filter(full -> full.getJsonArray("events").size() == PAGE).isPresent());
        return fresh;
    }

    /** All events that were told. */
    public synchronized List<Event> told() {
        return List.copyOf(events);
    }

    private Optional<JsonObject> get(String what) throws InterruptedException {
        try {
            return Optional.of(api.get(what).object());
        } catch (CommandFailure e) {
            if (e.exitCode() == ExitCode.UNREACHABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static List<Event> events(JsonObject page) {
        return page.getJsonArray("events").stream().map(event -> event((JsonObject) event)).toList();
    }

    private static Event event(JsonObject json) {
        return new Event(json.getLong("seq"), json.getInstant("at"), json.getString("app"),
                Event.Kind.valueOf(json.getString("kind")), json.getString("actor"), json.getString("phase"),
                basisPoints(json, "before"), basisPoints(json, "after"), json.getString("text"));
    }

    private static int basisPoints(JsonObject json, String key) {
        return new BigDecimal(json.getNumber(key).toString()).movePointRight(2).intValueExact();
    }
}
