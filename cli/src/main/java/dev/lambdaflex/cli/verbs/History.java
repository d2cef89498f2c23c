package dev.lambdaflex.cli.verbs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.api.ApiClient;

/** The events of an app that are written already, page by page. */
final class History {

    private static final int PAGE = 1000;

    private final ApiClient api;
    private final String path;

    History(ApiClient api, String app) {
        this.api = api;
        this.path = AppArgument.path(app) + "/events";
    }

    String path() {
        return path;
    }

    /** Gives all events after number {@code after} to {@code sink}; the answer is the number of the last one. */
    long readAfter(long after, Consumer<JsonObject> sink) throws InterruptedException {
        long last = after;
        while (true) {
            List<JsonObject> page = page(last);
            page.forEach(sink);
            if (page.isEmpty()) {
                return last;
            }
            last = page.getLast().getLong("seq");
            if (page.size() < PAGE) {
                return last;
            }
        }
    }

    /** The last {@code count} events. */
    List<JsonObject> last(int count) throws InterruptedException {
        Deque<JsonObject> kept = new ArrayDeque<>();
        readAfter(0, event -> {
            kept.add(event);
            if (kept.size() > count) {
                kept.remove();
            }
        });
        return List.copyOf(kept);
    }

    private List<JsonObject> page(long after) throws InterruptedException {
        return api.get("%s?after=%d&limit=%d".formatted(path, after, PAGE))
                .object()
                .getJsonArray("events")
                .stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
