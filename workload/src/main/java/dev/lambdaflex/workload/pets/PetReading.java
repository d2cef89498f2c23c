package dev.lambdaflex.workload.pets;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request body read as a pet. */
sealed interface PetReading {

    int LONGEST_TEXT = 100;
    int GREATEST_AGE = 200;
    Set<String> KEYS = Set.of("name", "species", "age");

    record Accepted(PetDraft draft) implements PetReading {}

    /** No pet; the reason names the offending and the expected value. */
    record Refused(String reason) implements PetReading {}

    static PetReading of(@Nullable Buffer body) {
        if (body == null || body.length() == 0) {
            return new Refused("body: empty (expected: a JSON object with name and species)");
        }
        try {
            return of(new JsonObject(body));
        } catch (DecodeException | ClassCastException notAnObject) {
            return new Refused("body: not a JSON object");
        }
    }

    private static PetReading of(JsonObject json) {
        for (String key : json.fieldNames()) {
            if (!KEYS.contains(key)) {
                return new Refused("%s: unknown (expected: name, species or age)".formatted(brief(key)));
            }
        }
        Object name = json.getValue("name");
        Object species = json.getValue("species");
        Object age = json.getValue("age");
        if (!isText(name)) {
            return new Refused(textRefusal("name", name));
        }
        if (!isText(species)) {
            return new Refused(textRefusal("species", species));
        }
        if (!isAge(age)) {
            return new Refused("age: %s (expected: a whole number from 0 to %d)".formatted(brief(age), GREATEST_AGE));
        }
        OptionalInt years = age instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
        return new Accepted(new PetDraft(((String) name).strip(), ((String) species).strip(), years));
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() && text.length() <= LONGEST_TEXT;
    }

    private static boolean isAge(@Nullable Object value) {
        return value == null || (value instanceof Integer age && age >= 0 && age <= GREATEST_AGE);
    }

    private static String textRefusal(String key, @Nullable Object value) {
        return "%s: %s (expected: text of 1 to %d characters)".formatted(key, value == null ? "absent" : brief(value),
                LONGEST_TEXT);
    }

    private static String brief(@Nullable Object value) {
        String shown = String.valueOf(value);
        return shown.length() <= 40 ? shown : shown.substring(0, 40) + "…";
    }
}
