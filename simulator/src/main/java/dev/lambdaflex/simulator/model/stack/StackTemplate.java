package dev.lambdaflex.simulator.model.stack;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a stack builds, in the order of its dependencies, and what it gives back when it stands. */
public record StackTemplate(List<StackResource> resources, Supplier<Map<String, String>> outputs) {
    public StackTemplate {
        resources = List.copyOf(resources);
    }
}
