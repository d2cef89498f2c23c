package dev.lambdaflex.workload.pets;

import java.util.OptionalInt;

/** What a client says about a pet. */
record PetDraft(String name, String species, OptionalInt age) {

    static PetDraft of(String name, String species, int age) {
        return new PetDraft(name, species, OptionalInt.of(age));
    }
}
