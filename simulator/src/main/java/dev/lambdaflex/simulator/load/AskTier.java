package dev.lambdaflex.simulator.load;

import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/** Asks the app where it lives: the edge must not name another tier than the one that answered. */
record AskTier() implements Call {

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public String path() {
        return "/tier";
    }

    @Override
    public Optional<Buffer> body() {
        return Optional.empty();
    }

    @Override
    public boolean idempotent() {
        return true;
    }

    @Override
    public int status() {
        return 200;
    }

    @Override
    public Optional<String> mistake(Buffer body, Tier servedBy) {
        return Json.mistake(body, answer -> Json.difference("tier", servedBy.label(), answer.getValue("tier")));
    }
}
