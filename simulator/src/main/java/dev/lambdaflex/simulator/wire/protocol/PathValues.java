package dev.lambdaflex.simulator.wire.protocol;

import java.util.Map;

/** What stands in a path where its template has names. */
public record PathValues(Map<String, String> values) {

    public PathValues {
        values = Map.copyOf(values);
    }

    /**
     * The value of a name of the template.
     *
     * @throws IllegalArgumentException when the template has no such name
     */
    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("name: '%s' (expected: one of %s)".formatted(name, values.keySet()));
        }
        return value;
    }

    /** {@code text} with its names in braces filled in. */
    String in(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
