package dev.lambdaflex.cli.api;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.SseEvent;

/**
 * Live events over one connection after another: each begins after the last event that was seen, so that none is missed
 * and none comes twice.
 */
public final class EventFeed {

    private static final long FIRST_WAIT_MILLIS = 250;
    private static final long LONGEST_WAIT_MILLIS = 8_000;
    // Several heartbeats of the server.
    private static final long SILENCE_MILLIS = 60_000;

    private final ApiClient client;
    private final String path;
    private long last;
    private boolean everConnected;

    EventFeed(ApiClient client, String path) {
        this.client = client;
        this.path = path;
    }

    /** What a connection brings: events, then one of the others. */
    private sealed interface Signal {
        record Came(SseEvent event) implements Signal {}
        record Ended(int status) implements Signal {}
        record Broken(Throwable cause) implements Signal {}
    }

    /**
     * Gives each event after number {@code after} to {@code sink} while it wants more. Waits for ever; {@code trouble} is
     * told when a connection that stood is lost.
     */
    public void follow(long after, Predicate<JsonObject> sink, Consumer<String> trouble) throws InterruptedException {
        last = after;
        long wait = FIRST_WAIT_MILLIS;
        while (true) {
            long before = last;
            switch (deliver(connect(), sink)) {
                case Signal.Came _ -> {
                    return;
                }
                case Signal.Ended(int status) -> refuse(status);
                case Signal.Broken(Throwable cause) -> {
                    if (!everConnected) {
                        throw client.unreachable(cause);
                    }
                    trouble.accept("the stream of events broke off, trying again");
                }
            }
            wait = last > before ? FIRST_WAIT_MILLIS : Math.min(wait * 2, LONGEST_WAIT_MILLIS);
            Thread.sleep(wait);
        }
    }

    private BlockingQueue<Signal> connect() {
        BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
        client.request(HttpMethod.GET, path)
                .putHeader("Accept", "text/event-stream")
                .putHeader("Last-Event-ID", Long.toString(last))
                .idleTimeout(SILENCE_MILLIS)
                .as(BodyCodec.sseStream(events -> events
                        .exceptionHandler(cause -> signals.add(new Signal.Broken(cause)))
                        .handler(event -> signals.add(new Signal.Came(event)))))
                .send()
                .map(HttpResponse::statusCode)
                .onComplete(status -> signals.add(new Signal.Ended(status)),
                        cause -> signals.add(new Signal.Broken(cause)));
        return signals;
    }

    // The event that was enough, or how the connection ended.
    private Signal deliver(BlockingQueue<Signal> signals, Predicate<JsonObject> sink) throws InterruptedException {
        while (true) {
            Signal signal = signals.take();
            if (!(signal instanceof Signal.Came(SseEvent event))) {
                return signal;
            }
            everConnected = true;
            if (isNew(event) && !sink.test(new JsonObject(event.data()))) {
                return signal;
            }
        }
    }

    // Heartbeats have neither number nor data.
    private boolean isNew(SseEvent event) {
        if (event.id() == null || event.data() == null) {
            return false;
        }
        long number = Long.parseLong(event.id().strip());
        boolean isNew = number > last;
        last = Math.max(last, number);
        return isNew;
    }

    // The body of a refusal went through the parser of events: asked again as JSON, it says what is wrong.
    private void refuse(int status) throws InterruptedException {
        everConnected |= status == 200;
        if (status / 100 == 4) {
            client.get(path);
        }
    }
}
