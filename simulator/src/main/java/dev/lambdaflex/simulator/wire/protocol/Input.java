package dev.lambdaflex.simulator.wire.protocol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The members of a structure in a request. Numbers, booleans and times may be texts, as forms have them. A member of another
 * kind than it is asked for is a SerializationException.
 */
public record Input(ObjectNode tree) {

    /** The names of the members that are there. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        tree.fieldNames().forEachRemaining(name -> {
            if (!tree.path(name).isNull()) {
                names.add(name);
            }
        });
        return names;
    }

    public Optional<String> text(String name) {
        return member(name).map(node -> text(node, name));
    }

    public Optional<Integer> integer(String name) {
        return number(name).map(number -> {
            try {
                return new BigDecimal(number).intValueExact();
            } catch (ArithmeticException | NumberFormatException _) {
                throw wrong(name, "an integer");
            }
        });
    }

    public Optional<Double> number(String name) {
        return member(name).map(node -> number(node, name));
    }

    public Optional<Boolean> flag(String name) {
        return member(name).map(node -> switch (node.asText()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "true or false");
        });
    }

    /** Seconds since 1970, or ISO 8601. */
    public Optional<Instant> time(String name) {
        return member(name).map(node -> node.isNumber()
                ? Instant.ofEpochMilli(Math.round(node.doubleValue() * 1000))
                : Timestamps.parse(text(node, name)).orElseThrow(() -> wrong(name, "a timestamp")));
    }

    public List<String> texts(String name) {
        return items(name).stream().map(node -> text(node, name)).toList();
    }

    public List<Double> numbers(String name) {
        return items(name).stream().map(node -> number(node, name)).toList();
    }

    public Optional<Input> structure(String name) {
        return member(name).map(node -> structure(node, name));
    }

    public List<Input> structures(String name) {
        return items(name).stream().map(node -> structure(node, name)).toList();
    }

    private Optional<JsonNode> member(String name) {
        JsonNode node = tree.path(name);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    private List<JsonNode> items(String name) {
        List<JsonNode> items = new ArrayList<>();
        member(name).ifPresent(node -> {
            // A form writes an empty list as an empty text.
            if (node.isTextual() && node.textValue().isEmpty()) {
                return;
            }
            if (!node.isArray()) {
                throw wrong(name, "a list");
            }
            node.forEach(items::add);
        });
        return items;
    }

    private static String text(JsonNode node, String name) {
        if (!node.isTextual()) {
            throw wrong(name, "a string");
        }
        return node.textValue();
    }

    private static double number(JsonNode node, String name) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        try {
            return Double.parseDouble(text(node, name));
        } catch (NumberFormatException _) {
            throw wrong(name, "a number");
        }
    }

    private static Input structure(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            return new Input(object);
        }
        throw wrong(name, "a structure");
    }

    private static Refusal wrong(String name, String expected) {
        return Refusal.of("SerializationException", "%s is no %s (expected: %s)".formatted(name,
                expected.substring(expected.indexOf(' ') + 1), expected));
    }
}
