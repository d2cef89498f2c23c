package dev.lambdaflex.simulator.load;

import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Adds a pet, which must not be done twice. Instances share nothing, so the pet is not read back. */
record AddPet(String name, int age) implements Call {

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public String path() {
        return "/pets";
    }

    @Override
    public Optional<Buffer> body() {
        return Optional.of(draft().toBuffer());
    }

    @Override
    public boolean idempotent() {
        return false;
    }

    @Override
    public int status() {
        return 201;
    }

    @Override
    public Optional<String> mistake(Buffer body, Tier servedBy) {
        return Json.mistake(body, this::mistake);
    }

    private Optional<String> mistake(JsonObject answer) {
        Object id = answer.remove("id");
        boolean isNew = id instanceof Number number && number.longValue() > ReadPet.SEEDED;
        return isNew
                ? Json.difference(draft(), answer)
                : Optional.of("id: %s (expected: above %d)".formatted(id, ReadPet.SEEDED));
    }

    private JsonObject draft() {
        return new JsonObject().put("name", name).put("species", "goldfish").put("age", age);
    }
}
