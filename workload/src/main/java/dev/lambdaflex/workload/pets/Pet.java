package dev.lambdaflex.workload.pets;

import io.vertx.core.json.JsonObject;

/** A pet with the id that the catalogue gave it. */
record Pet(long id, PetDraft draft) {

    JsonObject toJson() {
        JsonObject json = new JsonObject().put("id", id).put("name", draft.name()).put("species", draft.species());
        draft.age().ifPresent(age -> json.put("age", age));
        return json;
    }
}
