package dev.lambdaflex.provisioner.api;

import java.util.stream.Collectors;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a schema of the contract wants, in the words of a refusal: {@code 0 to 100}. */
final class Expectation {

    private Expectation() {}

    /** What {@code schema} wants where its keyword {@code keyword} was not met. */
    static String of(JsonObject schema, String keyword) {
        return switch (keyword) {
            case "minimum", "maximum" -> range(schema.getValue("minimum"), schema.getValue("maximum"), "");
            case "minLength", "maxLength" ->
                range(schema.getValue("minLength"), schema.getValue("maxLength"), " characters");
            case "maxItems" -> "at most " + schema.getValue("maxItems") + " of them";
            case "uniqueItems" -> "each only once";
            case "enum" -> list(schema.getValue("enum"));
            case "additionalProperties", "required" -> schema.getValue("properties") instanceof JsonObject fields
                    ? String.join(", ", fields.fieldNames())
                    : "fewer fields";
            default -> type(schema);
        };
    }

    private static String type(JsonObject schema) {
        Object type = schema.getValue("type");
        return switch (String.valueOf(type)) {
            case "number" -> "a number";
            case "integer" -> "a whole number";
            case "string" -> "text";
            case "array" -> "a list";
            case "object" -> "a JSON object";
            default -> String.valueOf(type);
        };
    }

    private static String range(@Nullable Object least, @Nullable Object most, String unit) {
        if (most == null) {
            return "at least " + least + unit;
        }
        return least == null ? "at most " + most + unit : least + " to " + most + unit;
    }

    private static String list(@Nullable Object values) {
        return values instanceof JsonArray all
                ? all.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(values);
    }
}
