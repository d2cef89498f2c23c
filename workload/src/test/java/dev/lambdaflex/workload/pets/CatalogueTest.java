package dev.lambdaflex.workload.pets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final PetDraft FINN = PetDraft.of("Finn", "fish", 2);

    private final Catalogue catalogue = new Catalogue();

    @Test
    void everyStartHasTheSameFivePets() {
        assertThat(catalogue.page(0, 100)).isEqualTo(new Catalogue().page(0, 100))
                .extracting(Pet::id)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aPageBeginsAfterAnId() {
        assertThat(catalogue.page(3, 1)).extracting(Pet::id).containsExactly(4L);
    }

    @Test
    void idsAreNotUsedTwice() {
        assertThat(catalogue.remove(5)).isTrue();
        assertThat(catalogue.remove(5)).isFalse();
        assertThat(catalogue.add(FINN)).hasValueSatisfying(pet -> assertThat(pet.id()).isEqualTo(6));
    }

    @Test
    void onlyAKnownPetCanBeReplaced() {
        assertThat(catalogue.replace(1, FINN)).contains(new Pet(1, FINN));
        assertThat(catalogue.replace(99, FINN)).isEmpty();
        assertThat(catalogue.get(99)).isEmpty();
    }

    @Test
    void aFullCatalogueTakesNoMoreUntilOneLeaves() {
        while (catalogue.size() < Catalogue.CAPACITY) {
            assertThat(catalogue.add(FINN)).isPresent();
        }
        assertThat(catalogue.add(FINN)).isEmpty();
        catalogue.remove(1);
        assertThat(catalogue.add(FINN)).isPresent();
    }
}
