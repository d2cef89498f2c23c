package dev.lambdaflex.workload.pets;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The pets of one instance, at most {@value #CAPACITY}: an instance must not run out of memory because clients add pets. */
final class Catalogue {

    static final int CAPACITY = 10_000;

    private static final List<PetDraft> SEED = List.of(
            PetDraft.of("Ada", "cat", 4),
            PetDraft.of("Brook", "dog", 7),
            PetDraft.of("Cosmo", "parrot", 23),
            PetDraft.of("Dune", "tortoise", 61),
            PetDraft.of("Ember", "hamster", 1));

    /** Guarded by this. */
    private final NavigableMap<Long, Pet> pets = new TreeMap<>();
    private long lastId;

    Catalogue() {
        SEED.forEach(this::add);
    }

    /** The new pet; empty when the catalogue is full. Ids are never used twice. */
    synchronized Optional<Pet> add(PetDraft draft) {
        if (pets.size() >= CAPACITY) {
            return Optional.empty();
        }
        Pet pet = new Pet(++lastId, draft);
        pets.put(pet.id(), pet);
        return Optional.of(pet);
    }

    synchronized Optional<Pet> get(long id) {
        return Optional.ofNullable(pets.get(id));
    }

    /** The changed pet; empty when there is none of that id. */
    synchronized Optional<Pet> replace(long id, PetDraft draft) {
        return Optional.ofNullable(pets.computeIfPresent(id, (_, _) -> new Pet(id, draft)));
    }

    synchronized boolean remove(long id) {
        return pets.remove(id) != null;
    }

    /** At most {@code limit} pets with ids above {@code after}, in the order of their ids. */
    synchronized List<Pet> page(long after, int limit) {
        return pets.tailMap(after, false).values().stream().limit(limit).toList();
    }

    synchronized int size() {
        return pets.size();
    }
}
