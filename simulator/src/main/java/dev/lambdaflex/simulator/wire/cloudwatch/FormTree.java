package dev.lambdaflex.simulator.wire.cloudwatch;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/**
 * A form as the tree that JSON would have been.
 *
 * <pre>
 *   Dimensions.member.1.Name=App   -->   {"Dimensions": [{"Name": "App"}]}
 * </pre>
 */
final class FormTree {

    private static final Set<String> ENVELOPE = Set.of("Action", "Version");
    private static final String MEMBER = "member";

    /** By name; numbers in their order, so that 10 comes after 9. */
    private final Map<String, FormTree> children = new TreeMap<>(FormTree::compare);
    private String text = "";

    private FormTree() {}

    static ObjectNode of(Form form) {
        FormTree root = new FormTree();
        for (String name : form.names()) {
            if (!ENVELOPE.contains(name)) {
                root.at(name).text = form.get(name).orElse("");
            }
        }
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        root.children.forEach((name, child) -> tree.set(name, child.node()));
        return tree;
    }

    private FormTree at(String dotted) {
        FormTree place = this;
        for (String part : dotted.split("\\.", -1)) {
            if (part.isEmpty()) {
                throw Refusal.of("MalformedQueryString", "%s: an empty part (expected: names and numbers, dotted)"
                        .formatted(dotted));
            }
            place = place.children.computeIfAbsent(part, _ -> new FormTree());
        }
        return place;
    }

    private JsonNode node() {
        if (children.isEmpty()) {
            return JsonNodeFactory.instance.textNode(text);
        }
        FormTree members = children.get(MEMBER);
        if (members != null && children.size() == 1) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            members.children.values().forEach(child -> list.add(child.node()));
            return list;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        children.forEach((name, child) -> object.set(name, child.node()));
        return object;
    }

    private static int compare(String a, String b) {
        boolean numbers = a.matches("\\d{1,9}") && b.matches("\\d{1,9}");
        return numbers ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b)) : a.compareTo(b);
    }
}
