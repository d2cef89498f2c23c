package dev.lambdaflex.simulator.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares answers with what they must say, and words the first difference. */
final class Json {

    private Json() {}

    static Optional<String> difference(JsonObject expected, Buffer body) {
        return mistake(body, answer -> difference(expected, answer));
    }

    /** What {@code check} finds in the object that the body is; that it is none when it is none. */
    static Optional<String> mistake(Buffer body, Function<JsonObject, Optional<String>> check) {
        JsonObject answer;
        try {
            answer = new JsonObject(body);
        } catch (DecodeException | ClassCastException notAnObject) {
            return Optional.of("body: %d bytes, %s (expected: a JSON object)".formatted(body.length(),
                    Brief.of(body.toString())));
        }
        return check.apply(answer);
    }

    static Optional<String> difference(JsonObject expected, JsonObject answer) {
        Set<String> keys = new LinkedHashSet<>(expected.fieldNames());
        keys.addAll(answer.fieldNames());
        return keys.stream()
                .map(key -> difference(key, expected.getValue(key), answer.getValue(key)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<String> difference(String key, @Nullable Object expected, @Nullable Object actual) {
        return Objects.equals(expected, actual)
                ? Optional.empty()
                : Optional.of("%s: %s (expected: %s)".formatted(key, shown(actual), shown(expected)));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "absent" : Brief.of(value.toString());
    }
}
