package dev.lambdaflex.cli.config;

import java.util.List;
import java.util.Map;

/** A piece of YAML that knows where it stands. */
sealed interface Node {

    Place place();

    /** What it is, for refusals. */
    String kind();

    /** A single value, as it was written. */
    record Scalar(String text, Place place) implements Node {
        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : "'" + text + "'";
        }
    }

    record Sequence(List<Node> items, Place place) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys in the order in which they were written. */
    record Mapping(Map<String, Entry> entries, Place place) implements Node {
        @Override
        public String kind() {
            return "keys and values";
        }
    }

    /** The value of a key, and where the key stands. */
    record Entry(Place key, Node value) {}
}
