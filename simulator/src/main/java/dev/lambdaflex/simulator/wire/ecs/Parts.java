package dev.lambdaflex.simulator.wire.ecs;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.wire.protocol.Trees;

/** Small structures that several answers share. */
final class Parts {

    private Parts() {}

    /** What a Describe call says of something that is not there: the call itself succeeds. */
    static ObjectNode failure(String arn) {
        return Trees.object().put("arn", arn).put("reason", "MISSING");
    }

    static void tags(ObjectNode owner, Map<String, String> tags) {
        ArrayNode list = owner.putArray("tags");
        new TreeMap<>(tags).forEach((key, value) -> list.addObject().put("key", key).put("value", value));
    }
}
