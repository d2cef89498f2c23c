package dev.lambdaflex.simulator.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A value in a template. CloudFormation has one kind of scalar: text; numbers and booleans are text that looks so. */
public sealed interface Value {

    /** A scalar. */
    record Text(String text) implements Value {}

    /** A list. */
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A map, in the order of the template. */
    record Fields(Map<String, Value> fields) implements Value {

        public static final Fields NONE = new Fields(Map.of());

        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Optional<Value> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /** The scalar of that name; empty when there is none or it is no scalar. */
        public Optional<String> text(String name) {
            return field(name).flatMap(value -> value instanceof Text(String text)
                    ? Optional.of(text)
                    : Optional.empty());
        }

        /** The list of that name; a single value is a list of one. */
        public List<Value> items(String name) {
            return field(name).map(value -> value instanceof Items(List<Value> items) ? items : List.of(value))
                    .orElse(List.of());
        }

        /** The scalars in the list of that name. */
        public List<String> texts(String name) {
            return items(name).stream()
                    .flatMap(value -> value instanceof Text(String text)
                            ? Stream.of(text)
                            : Stream.empty())
                    .toList();
        }

        /** The map of that name; an empty one when there is none. */
        public Fields fields(String name) {
            return field(name).flatMap(value -> value instanceof Fields fields
                    ? Optional.of(fields)
                    : Optional.<Fields>empty()).orElse(NONE);
        }

        /** The maps in the list of that name. */
        public List<Fields> maps(String name) {
            return items(name).stream()
                    .flatMap(value -> value instanceof Fields fields
                            ? Stream.of(fields)
                            : Stream.empty())
                    .toList();
        }
    }

    /** A function that is still to be worked out: {@code Ref}, {@code Fn::Sub}. */
    record Call(String function, Value argument) implements Value {}
}
