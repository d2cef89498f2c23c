package dev.lambdaflex.simulator.wire.cloudwatch;

import java.time.Instant;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;

import dev.lambdaflex.simulator.wire.protocol.Timestamps;
import dev.lambdaflex.simulator.wire.protocol.Xml;

/** Writes a tree as the XML of the Query protocol: lists with {@code member}, maps with {@code entry}. */
final class TreeXml {

    /** A tree does not tell maps from structures. */
    private static final Set<String> MAPS = Set.of("ExtendedStatistics");

    private TreeXml() {}

    static void write(Xml xml, ObjectNode tree) {
        tree.properties().forEach(member -> write(xml, member.getKey(), member.getValue()));
    }

    private static void write(Xml xml, String name, JsonNode value) {
        switch (value) {
            case ArrayNode list -> xml.element(name, it -> list.forEach(member -> write(it, "member", member)));
            case ObjectNode map when MAPS.contains(name) -> xml.list(name, "entry", map.properties(),
                    (entry, member) -> entry.text("key", member.getKey()).text("value", member.getValue().asText()));
            case ObjectNode structure -> xml.element(name, it -> write(it, structure));
            case POJONode time when time.getPojo() instanceof Instant instant -> xml.text(name,
                    Timestamps.iso(instant));
            default -> xml.text(name, value.asText());
        }
    }
}
