package dev.lambdaflex.provisioner.api;

import java.util.Optional;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** Small values as JSON. */
final class Json {

    private Json() {}

    /** Fargate's share in percent. */
    static Number percent(Split split) {
        return percent(split.share(Tier.FARGATE));
    }

    /** Basis points in percent: 25, 2.5. */
    static Number percent(int basisPoints) {
        if (basisPoints % 100 == 0) {
            return basisPoints / 100;
        }
        return basisPoints / 100.0;
    }

    /** The value as text; null when there is none. */
    static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    static JsonObject split(Split split) {
        return new JsonObject().put("fargatePercent", percent(split.share(Tier.FARGATE)))
                .put("lambdaPercent", percent(split.share(Tier.LAMBDA)));
    }

    static JsonObject event(Event event) {
        return new JsonObject().put("seq", event.seq())
                .put("at", event.at().toString())
                .put("app", event.app())
                .put("kind", event.kind().name())
                .put("actor", event.actor())
                .put("phase", event.phase())
                .put("before", percent(event.before()))
                .put("after", percent(event.after()))
                .put("text", event.text());
    }
}
