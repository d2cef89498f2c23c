package dev.lambdaflex.simulator.load;

import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Reads a pet with which every instance of the sample app begins, so that all of them must answer the same. */
record ReadPet(int id) implements Call {

    private static final List<JsonObject> PETS = List.of(
            pet(1, "Ada", "cat", 4),
            pet(2, "Brook", "dog", 7),
            pet(3, "Cosmo", "parrot", 23),
            pet(4, "Dune", "tortoise", 61),
            pet(5, "Ember", "hamster", 1));

    static final int SEEDED = PETS.size();

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public String path() {
        return "/pets/" + id;
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
        return Json.difference(PETS.get(id - 1), body);
    }

    private static JsonObject pet(int id, String name, String species, int age) {
        return new JsonObject().put("id", id).put("name", name).put("species", species).put("age", age);
    }
}
