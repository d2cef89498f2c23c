package dev.lambdaflex.simulator.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.lambdaflex.simulator.template.Value.Fields;

/**
 * A template that was read and is sound in itself: all that it refers to is there, and its resources depend on each other in no
 * circle.
 *
 * @param body  as it was sent
 * @param order the logical ids so that each comes after what it depends on
 */
public record Template(String body, String description, Map<String, Parameter> parameters, Fields mappings,
        Map<String, Value> conditions, Map<String, Resource> resources, Map<String, Output> outputs,
        Dependencies order) {

    public Template {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** Reads YAML or JSON. */
    public static Checked<Template> read(String text) {
        return Checked.of(() -> new TemplateReader(text).read());
    }
}
