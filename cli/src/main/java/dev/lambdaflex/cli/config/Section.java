package dev.lambdaflex.cli.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import dev.lambdaflex.weights.plan.Durations;

/**
 * The keys and values below one key. Each read names a key, so that {@link #build} knows which keys there may be and
 * refuses all others.
 */
final class Section {

    private final String name;
    private final Node.Mapping mapping;
    private final Set<String> known = new LinkedHashSet<>();

    private Section(String name, Node.Mapping mapping) {
        this.name = name;
        this.mapping = mapping;
    }

    static Section of(String name, Node node) {
        return switch (node) {
            case Node.Mapping mapping -> new Section(name, mapping);
            case Node.Scalar scalar when scalar.text().isEmpty() ->
                new Section(name, new Node.Mapping(Map.of(), scalar.place()));
            case Node.Scalar _,Node.Sequence _ ->
                throw node.place().refuse("%s: %s (expected: keys and values)".formatted(name, node.kind()));
        };
    }

    /** The section below {@code key}; an empty one when it is not there. */
    Section section(String key) {
        return entry(key).map(entry -> of(key, entry.value()))
                .orElseGet(() -> new Section(key, new Node.Mapping(Map.of(), mapping.place())));
    }

    /** The sections of the list below {@code key}; it must have one at least. */
    List<Section> sections(String key) {
        Node.Entry entry = required(key);
        if (entry.value() instanceof Node.Sequence list && !list.items().isEmpty()) {
            return list.items().stream().map(item -> of(key, item)).toList();
        }
        throw entry.value()
                .place()
                .refuse("%s: %s (expected: a list with one app at least)".formatted(key,
                        entry.value() instanceof Node.Sequence ? "an empty list" : entry.value().kind()));
    }

    String text(String key) {
        return parse(key, required(key), "a text", Function.identity());
    }

    <T> T parsed(String key, T otherwise, Function<String, T> parser) {
        return value(key, otherwise, "a text", parser);
    }

    boolean flag(String key, boolean otherwise) {
        return value(key, otherwise, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refusal(key, text, "true or false");
        });
    }

    /** One of an enum's values, by its label. */
    <E extends Enum<E>> E choice(String key, E otherwise, Function<E, String> label) {
        List<E> choices = List.of(otherwise.getDeclaringClass().getEnumConstants());
        String expected = choices.stream().map(label).collect(Collectors.joining(", "));
        return value(key, otherwise, expected, text -> choices.stream()
                .filter(choice -> label.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> refusal(key, text, expected)));
    }

    int count(String key, int otherwise) {
        return value(key, otherwise, "a whole number", text -> number(key, text, "a whole number", Integer::valueOf));
    }

    double number(String key, double otherwise) {
        return value(key, otherwise, "a number", text -> number(key, text, "a number", Section::decimal));
    }

    /** A share of 1, written as {@code 0.01} or {@code 1%}. */
    double share(String key, double otherwise) {
        return value(key, otherwise, "a share such as 1% or 0.01", text -> number(key, text,
                "a share such as 1% or 0.01", Section::percentOrDecimal));
    }

    Duration duration(String key, Duration otherwise) {
        return value(key, otherwise, "a duration such as 90s or 2m", text -> duration(key, text));
    }

    /**
     * Builds what this section describes, once all its keys were read. A refusal of the {@code builder} that begins with
     * the name of a key is led back to the place of that key.
     */
    <T> T build(Supplier<T> builder) {
        refuseUnknownKeys();
        try {
            return builder.get();
        } catch (IllegalArgumentException e) {
            String sentence = String.valueOf(e.getMessage());
            String key = sentence.substring(0, Math.max(0, sentence.indexOf(':')));
            Place place = Optional.ofNullable(mapping.entries().get(key))
                    .map(entry -> entry.value().place())
                    .orElse(mapping.place());
            throw place.refuse(sentence, e);
        }
    }

    private void refuseUnknownKeys() {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                String hint = Nearest.to(key, known)
                        .map("did you mean '%s'?"::formatted)
                        .orElse("expected: " + String.join(", ", known));
                throw entry.key().refuse("%s has no key '%s' (%s)".formatted(name, key, hint));
            }
        });
    }

    private Optional<Node.Entry> entry(String key) {
        known.add(key);
        return Optional.ofNullable(mapping.entries().get(key));
    }

    private Node.Entry required(String key) {
        return entry(key).orElseThrow(() -> mapping.place().refuse("%s: '%s' is missing".formatted(name, key)));
    }

    private <T> T value(String key, T otherwise, String expected, Function<String, T> parser) {
        return entry(key).map(entry -> parse(key, entry, expected, parser)).orElse(otherwise);
    }

    private static <T> T parse(String key, Node.Entry entry, String expected, Function<String, T> parser) {
        Node node = entry.value();
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isEmpty()) {
            throw node.place().refuse("%s: %s (expected: %s)".formatted(key, node.kind(), expected));
        }
        try {
            return parser.apply(scalar.text());
        } catch (IllegalArgumentException e) {
            throw node.place().refuse(String.valueOf(e.getMessage()), e);
        }
    }

    private static <T> T number(String key, String text, String expected, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refusal(key, text, expected).getMessage(), e);
        }
    }

    // The core speaks of a "duration", the reader of the file looks for the key.
    private static Duration duration(String key, String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.valueOf(e.getMessage()).replaceFirst("^duration:", Matcher.quoteReplacement(key) + ":"), e);
        }
    }

    // By way of BigDecimal, for Double.valueOf also takes NaN, Infinity and 1d.
    private static Double decimal(String text) {
        return new BigDecimal(text).doubleValue();
    }

    private static Double percentOrDecimal(String text) {
        return text.endsWith("%")
                ? new BigDecimal(text.substring(0, text.length() - 1).strip()).movePointLeft(2).doubleValue()
                : decimal(text);
    }

    private static IllegalArgumentException refusal(String key, String text, String expected) {
        return new IllegalArgumentException("%s: '%s' (expected: %s)".formatted(key, text, expected));
    }
}
