package dev.lambdaflex.simulator.wire.ecs;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.template.Value;

/**
 * A task definition of a template in the words of the API: the same, with small first letters. A template has one kind of scalar,
 * the API has three.
 */
final class ApiWords {

    private static final Set<String> OF_THE_STACK = Set.of("Family", "Tags");
    private static final Set<String> INTEGERS = Set.of("containerPort", "hostPort", "startTimeout", "stopTimeout",
            "interval", "timeout", "retries", "startPeriod", "softLimit", "hardLimit", "sizeInGiB",
            "memoryReservation");
    private static final Set<String> BOOLEANS = Set.of("essential", "readonlyRootFilesystem", "readOnly", "privileged",
            "initProcessEnabled", "interactive", "pseudoTerminal", "disableNetworking", "enableFaultInjection");
    /** Their keys are the user's own. */
    private static final Set<String> MAPS = Set.of("options", "dockerLabels", "driverOpts", "labels");

    private ApiWords() {}

    static ObjectNode of(Value.Fields definition) {
        ObjectNode worded = JsonNodeFactory.instance.objectNode();
        definition.fields().forEach((name, value) -> {
            if (!OF_THE_STACK.contains(name)) {
                worded.set(small(name), worded(small(name), value));
            }
        });
        worded.putArray("compatibilities").add("EC2").add("FARGATE");
        return worded;
    }

    private static JsonNode worded(String name, Value value) {
        return switch (value) {
            case Value.Text(String text) -> scalar(name, text);
            case Value.Items items -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                items.items().forEach(item -> list.add(worded(name, item)));
                yield list;
            }
            case Value.Fields fields -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                boolean map = MAPS.contains(name);
                fields.fields()
                        .forEach((key, member) -> object.set(map ? key : small(key),
                                worded(map ? "" : small(key), member)));
                yield object;
            }
            case Value.Call call -> throw new IllegalStateException("%s is not worked out".formatted(call));
        };
    }

    private static JsonNode scalar(String name, String text) {
        if (INTEGERS.contains(name) && text.matches("-?\\d{1,9}")) {
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(text));
        }
        return BOOLEANS.contains(name)
                ? JsonNodeFactory.instance.booleanNode(text.equals("true"))
                : JsonNodeFactory.instance.textNode(text);
    }

    private static String small(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
