package dev.lambdaflex.provisioner.api;

import java.util.HashSet;
import java.util.Set;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/** The live streams that are open, a bounded number of them. Used on one event loop. */
final class EventStreams {

    static final String MEDIA_TYPE = "text/event-stream";
    /** Each asks the store twice a second; this many are a few percent of one core. */
    static final int MOST = 64;

    private final Vertx vertx;
    private final Blocking apps;
    private final Set<EventStream> open = new HashSet<>();

    EventStreams(Vertx vertx, Blocking apps) {
        this.vertx = vertx;
        this.apps = apps;
    }

    void open(RoutingContext rc, String app, long after, boolean known) {
        if (!known) {
            Problem.unknownApp(app).send(rc.response());
        } else if (open.size() >= MOST) {
            Problem.of(503, "streams: %d are open (expected: at most %d)".formatted(open.size(), MOST))
                    .send(rc.response());
        } else if (!rc.response().closed()) {
            EventStream stream = new EventStream(vertx, apps, rc.response(), app, after);
            open.add(stream);
            stream.start(() -> open.remove(stream));
        }
    }

    int count() {
        return open.size();
    }
}
