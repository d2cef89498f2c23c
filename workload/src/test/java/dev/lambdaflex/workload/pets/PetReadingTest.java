package dev.lambdaflex.workload.pets;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PetReadingTest {

    @Test
    void nameAndSpeciesMakeAPet() {
        assertThat(read("{\"name\":\" Zoë \",\"species\":\"cat\"}"))
                .isEqualTo(new PetReading.Accepted(new PetDraft("Zoë", "cat", OptionalInt.empty())));
        assertThat(read("{\"name\":\"Zoë\",\"species\":\"cat\",\"age\":0}"))
                .isEqualTo(new PetReading.Accepted(PetDraft.of("Zoë", "cat", 0)));
    }

    @Test
    void anAbsentBodyIsRefused() {
        assertThat(PetReading.of(null)).isInstanceOf(PetReading.Refused.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "``                                           | body: empty (expected: a JSON object with name and species)",
            "{                                            | body: not a JSON object",
            "[]                                           | body: not a JSON object",
            "{\"species\":\"cat\"}                        | name: absent (expected: text of 1 to 100 characters)",
            "{\"name\":\" \",\"species\":\"cat\"}         | name:   (expected: text of 1 to 100 characters)",
            "{\"name\":5,\"species\":\"cat\"}             | name: 5 (expected: text of 1 to 100 characters)",
            "{\"name\":\"a\",\"species\":null}            | species: absent (expected: text of 1 to 100 characters)",
            "{\"name\":\"a\",\"species\":\"b\",\"age\":-1} | age: -1 (expected: a whole number from 0 to 200)",
            "{\"name\":\"a\",\"species\":\"b\",\"age\":1.5} | age: 1.5 (expected: a whole number from 0 to 200)",
            "{\"name\":\"a\",\"species\":\"b\",\"age\":9999999999} | age: 9999999999 (expected: a whole number from 0 to 200)",
            "{\"name\":\"a\",\"species\":\"b\",\"tag\":1} | tag: unknown (expected: name, species or age)"})
    void aRefusalNamesTheValueAndWhatWasExpected(String body, String reason) {
        assertThat(read(body)).isEqualTo(new PetReading.Refused(reason));
    }

    private static PetReading read(String body) {
        return PetReading.of(Buffer.buffer(body));
    }
}
