package dev.lambdaflex.provisioner.api;

import java.util.List;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.provisioner.reconcile.Event;

/**
 * One client that follows an app's events. It pulls: the next events are read only when the client has taken the last
 * ones, so that a slow client costs nothing but its connection.
 *
 * <pre>
 *   tick 0.5 s --> read after n --> write --> tick ...        every 15 s without events: a comment
 *              \-> queue full: nothing; for 60 s: end
 * </pre>
 */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final long TICK_MILLIS = 500;
    private static final int QUIET_TICKS = 30;
    private static final int STALLED_TICKS = 120;
    private static final int BATCH = 100;

    private final Vertx vertx;
    private final Blocking apps;
    private final HttpServerResponse response;
    private final String app;
    private long after;
    private boolean reading;
    private boolean ended;
    private int quiet;
    private int stalled;
    private long timer = -1;
    private Runnable onEnd = () -> {};

    EventStream(Vertx vertx, Blocking apps, HttpServerResponse response, String app, long after) {
        this.vertx = vertx;
        this.apps = apps;
        this.response = response;
        this.app = app;
        this.after = after;
    }

    void start(Runnable whenEnded) {
        onEnd = whenEnded;
        response.closeHandler(_ -> end());
        response.exceptionHandler(_ -> end());
        response.setChunked(true).putHeader("Content-Type", EventStreams.MEDIA_TYPE);
        write("retry: 2000\n\n");
        timer = vertx.setPeriodic(TICK_MILLIS, _ -> tick());
        read();
    }

    private void tick() {
        if (response.writeQueueFull()) {
            stalled++;
            if (stalled >= STALLED_TICKS) {
                end();
            }
            return;
        }
        stalled = 0;
        quiet++;
        if (quiet >= QUIET_TICKS) {
            write(": still here\n\n");
        }
        read();
    }

    private void read() {
        if (reading || ended) {
            return;
        }
        reading = true;
        apps.call(all -> all.events(app, after, BATCH)).onComplete(events -> {
            reading = false;
            if (events.succeeded()) {
                write(events.result());
            } else {
                LOG.warn("a stream of {} ends: {}", SafeText.of(app), SafeText.of(String.valueOf(events.cause())));
                end();
            }
        });
    }

    private void write(List<Event> events) {
        for (Event event : events) {
            write("id: %d\nevent: event\ndata: %s\n\n".formatted(event.seq(), Json.event(event).encode()));
            after = event.seq();
        }
        if (events.size() == BATCH && !response.writeQueueFull()) {
            read();
        }
    }

    private void write(String text) {
        if (!ended) {
            quiet = 0;
            response.write(text).onFailure(_ -> end());
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            vertx.cancelTimer(timer);
            onEnd.run();
            if (!response.closed()) {
                response.end().onFailure(_ -> {});
            }
        }
    }
}
