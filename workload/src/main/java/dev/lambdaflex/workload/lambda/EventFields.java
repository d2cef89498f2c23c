package dev.lambdaflex.workload.lambda;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Typed reading of one JSON object of an event. Absent and null are the same: API Gateway leaves absent parts out. */
record EventFields(JsonObject json, String path) {

    /** The event itself, or {@link MalformedEventException} when it is no JSON object. */
    static EventFields parse(Buffer event) {
        try {
            return new EventFields(new JsonObject(event), "");
        } catch (DecodeException | ClassCastException notAnObject) {
            throw new MalformedEventException("not JSON with an object at its top", notAnObject);
        }
    }

    boolean has(String key) {
        return json.getValue(key) != null;
    }

    Optional<String> text(String key) {
        Object value = json.getValue(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw wrongType(key, value, "a string");
    }

    String requiredText(String key) {
        return text(key).orElseThrow(
                () -> new MalformedEventException("%s%s is absent (expected: a string)".formatted(path, key)));
    }

    boolean flag(String key) {
        Object value = json.getValue(key);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrongType(key, value, "true or false");
    }

    /** The object at {@code key}, empty when absent. */
    EventFields object(String key) {
        Object value = json.getValue(key);
        if (value == null || value instanceof JsonObject) {
            JsonObject object = value == null ? new JsonObject() : (JsonObject) value;
            return new EventFields(object, path + key + ".");
        }
        throw wrongType(key, value, "an object");
    }

    List<String> texts(String key) {
        Object value = json.getValue(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array)) {
            throw wrongType(key, value, "an array of strings");
        }
        List<String> texts = new ArrayList<>(array.size());
        for (Object item : array) {
            if (!(item instanceof String text)) {
                throw wrongType(key, array, "an array of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Each name of this object with its one value. */
    Stream<Map.Entry<String, String>> singles() {
        return json.fieldNames().stream().flatMap(name -> text(name).stream().map(value -> Map.entry(name, value)));
    }

    /** Each name of this object with each value of its list. */
    Stream<Map.Entry<String, String>> lists() {
        return json.fieldNames().stream().flatMap(name -> texts(name).stream().map(value -> Map.entry(name, value)));
    }

    private MalformedEventException wrongType(String key, Object value, String expected) {
        String shown = String.valueOf(value);
        String brief = shown.length() <= 40 ? shown : shown.substring(0, 40) + "…";
        return new MalformedEventException("%s%s is %s (expected: %s)".formatted(path, key, brief, expected));
    }
}
