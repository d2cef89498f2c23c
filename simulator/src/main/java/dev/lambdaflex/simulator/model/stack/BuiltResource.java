package dev.lambdaflex.simulator.model.stack;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.lambdaflex.simulator.template.Value;
import dev.lambdaflex.simulator.template.Value.Fields;

/**
 * One resource of a stack as it is now.
 *
 * @param stackTags  the tags of the stack, which its resources have too
 * @param physicalId empty before it has one
 * @param status     {@code CREATE_COMPLETE} and the like
 * @param updated    when the status changed
 * @param properties worked out
 * @param attributes what GetAtt gives
 */
public record BuiltResource(String stackName, String stackId, Map<String, String> stackTags, String logicalId,
        String type, String physicalId, String status, String reason, Instant created, Instant updated,
        Fields properties, Map<String, Value> attributes) {

    /** What GetAtt gives; empty text when there is no such attribute, or it is a list. */
    public String attribute(String name) {
        return attributes.get(name) instanceof Value.Text(String text) ? text : "";
    }

    /** Its own tags, the stack's, and those that CloudFormation adds. */
    public Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>(stackTags);
        properties.maps("Tags")
                .forEach(tag -> tags.put(tag.text("Key").orElse(""), tag.text("Value").orElse("")));
        tags.put("aws:cloudformation:stack-name", stackName);
        tags.put("aws:cloudformation:stack-id", stackId);
        tags.put("aws:cloudformation:logical-id", logicalId);
        return tags;
    }
}
