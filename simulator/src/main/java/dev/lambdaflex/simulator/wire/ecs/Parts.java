package dev.lambdaflex.simulator.wire.ecs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** Small structures that several answers share. */
final class Parts {

    private Parts() {}

    /** What a Describe call says of something that is not there: the call itself succeeds. */
    static ObjectNode failure(String arn) {
        return Trees.object().put("arn", arn).put("reason", "MISSING");
    }

    /** Whom a Describe call asks for, by the list {@code field}. */
    static List<String> asked(Input input, String field, int most) {
        List<String> asked = input.texts(field);
        if (asked.isEmpty()) {
            throw Refusal.of("InvalidParameterException", "%s%s cannot be empty."
                    .formatted(field.substring(0, 1).toUpperCase(Locale.ROOT), field.substring(1)));
        }
        if (asked.size() > most) {
            throw Refusal.of("InvalidParameterException",
                    "%s: %d of them (expected: at most %d)".formatted(field, asked.size(), most));
        }
        return asked;
    }

    static void tags(ObjectNode owner, Map<String, String> tags) {
        ArrayNode list = owner.putArray("tags");
        new TreeMap<>(tags).forEach((key, value) -> list.addObject().put("key", key).put("value", value));
    }
}
