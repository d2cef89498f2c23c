package dev.lambdaflex.provisioner.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.Status;

/** What can be read. */
final class ReadHandlers {

    private static final int DEFAULT_LIMIT = 100;

    private final Blocking apps;
    private final EventStreams streams;

    ReadHandlers(Blocking apps, EventStreams streams) {
        this.apps = apps;
        this.streams = streams;
    }

    Future<Reply> apps(RoutingContext rc) {
        return apps.call(all -> new JsonArray(all.all().stream().map(AppJson::of).toList()))
                .map(list -> Reply.json(new JsonObject().put("apps", list)));
    }

    Future<Reply> app(RoutingContext rc) {
        return status(rc, AppJson::of);
    }

    Future<Reply> weights(RoutingContext rc) {
        return status(rc, AppJson::weights);
    }

    /** The history, or a stream that never ends when the client asks for one. */
    void events(RoutingContext rc) {
        String app = rc.pathParam("app");
        HttpServerRequest request = rc.request();
        boolean live = Optional.ofNullable(request.getHeader("Accept")).orElse("").contains(EventStreams.MEDIA_TYPE);
        long after = number(request.getParam("after"), 0);
        if (live) {
            long from = number(request.getHeader("Last-Event-ID"), after);
            apps.call(all -> all.status(app).isPresent())
                    .onSuccess(known -> streams.open(rc, app, from, known))
                    .onFailure(rc::fail);
        } else {
            int limit = (int) number(request.getParam("limit"), DEFAULT_LIMIT);
            apps.call(all -> all.status(app).map(_ -> all.events(app, after, limit)))
                    .map(events -> events.map(ReadHandlers::history).orElseGet(() -> Problem.unknownApp(app)))
                    .onSuccess(reply -> reply.send(rc.response()))
                    .onFailure(rc::fail);
        }
    }

    private Future<Reply> status(RoutingContext rc, Function<Status, JsonObject> view) {
        String app = rc.pathParam("app");
        return apps.call(all -> all.status(app))
                .map(found -> found
                        .map(status -> Reply.json(view.apply(status))
                                .headers(Map.of("ETag", EntityTag.of(status.version()))))
                        .orElseGet(() -> Problem.unknownApp(app)));
    }

    private static Reply history(List<Event> events) {
        return Reply.json(new JsonObject().put("events", new JsonArray(events.stream().map(Json::event).toList())));
    }

    /** The contract has checked that it is a number. */
    private static long number(@Nullable String text, long otherwise) {
        return text == null ? otherwise : Long.parseLong(text);
    }
}
