package dev.lambdaflex.provisioner.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.provisioner.reconcile.Outcome;
import dev.lambdaflex.weights.migration.Request;
import dev.lambdaflex.weights.migration.Verb;

/** What a person can ask for. */
final class WriteHandlers {

    /** All that hold the token are one to the history until there are names behind tokens. */
    private static final String ACTOR = "operator";
    private static final Logger LOG = LoggerFactory.getLogger(WriteHandlers.class);

    private final Blocking apps;
    private final ApiMetrics metrics;

    WriteHandlers(Blocking apps, ApiMetrics metrics) {
        this.apps = apps;
        this.metrics = metrics;
    }

    Future<Reply> setWeights(RoutingContext rc) {
        String tag = Optional.ofNullable(rc.request().getHeader("If-Match")).orElse("");
        Optional<OptionalLong> version = EntityTag.parse(tag);
        if (version.isEmpty()) {
            return Future.succeededFuture(
                    Problem.of(400, "If-Match: %s (expected: an ETag such as \"12\", or *)".formatted(tag)));
        }
        return ask(rc, Wishes::setWeights, version.get());
    }

    Future<Reply> start(RoutingContext rc) {
        return ask(rc, Wishes::start, OptionalLong.empty())
                .map(reply -> reply.status() == 200 ? located(rc, reply) : reply);
    }

    Operation verb(Verb verb) {
        return rc -> ask(rc, _ -> verb, OptionalLong.empty());
    }

    private Future<Reply> ask(RoutingContext rc, Function<JsonObject, Verb> wish, OptionalLong ifVersion) {
        String app = rc.pathParam("app");
        JsonObject body = Objects.requireNonNullElseGet(rc.body().asJsonObject(), JsonObject::new);
        Verb verb;
        try {
            verb = wish.apply(body);
        } catch (IllegalArgumentException e) {
            return Future.succeededFuture(Problem.of(400, String.valueOf(e.getMessage())));
        }
        Request request = new Request(verb, ACTOR, body.getString("reason", ""));
        return apps.call(all -> all.status(app).map(_ -> all.request(app, request, ifVersion)))
                .map(outcome -> outcome.map(done -> reply(app, rc.request(), verb, done))
                        .orElseGet(() -> Problem.unknownApp(app)));
    }

    private Reply reply(String app, HttpServerRequest request, Verb verb, Outcome outcome) {
        metrics.decided(app, verb, outcome);
        Reply reply = switch (outcome) {
            case Outcome.Done done -> Reply
                    .json(new JsonObject().put("message", done.sentence()).put("app", AppJson.of(done.status())))
                    .headers(Map.of("ETag", EntityTag.of(done.status().version())));
            case Outcome.Refused refused -> Problem.of(409, refused.sentence(), refused.rules());
            case Outcome.Stale stale -> Problem
                    .of(412, "If-Match: %s (expected: %s, for the app has changed since)".formatted(
                            request.getHeader("If-Match"), EntityTag.of(stale.presentVersion())))
                    .headers(Map.of("ETag", EntityTag.of(stale.presentVersion())));
            case Outcome.Unavailable unavailable -> Problem.of(503, unavailable.sentence())
                    .headers(Map.of("Retry-After", "5"));
        };
        LOG.info("{} of {} by {} from {}: {}", verb.label(), SafeText.of(app), ACTOR,
                request.remoteAddress().hostAddress(), reply.status());
        return reply;
    }

    private static Reply located(RoutingContext rc, Reply reply) {
        String app = URLEncoder.encode(rc.pathParam("app"), StandardCharsets.UTF_8).replace("+", "%20");
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.put("Location", "/v1/apps/" + app);
        return reply.status(202).headers(headers);
    }
}
