package dev.lambdaflex.simulator.wire.ec2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.lambdaflex.simulator.wire.protocol.Xml;

/**
 * One thing of a listing.
 *
 * @param facts   what filters ask for: {@code vpc-id}
 * @param content its XML without the tags
 */
record Item(String id, Map<String, List<String>> facts, Map<String, String> tags, Consumer<Xml> content) {

    Item {
        facts = Map.copyOf(facts);
        tags = new LinkedHashMap<>(tags);
    }

    void write(Xml xml) {
        content.accept(xml);
        xml.list("tagSet", "item", tags.entrySet(),
                (to, tag) -> to.text("key", tag.getKey()).text("value", tag.getValue()));
    }
}
