package dev.lambdaflex.simulator.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who needs whom among the resources.
 *
 * @param needs by logical id, in an order in which each comes after what it needs
 */
public record Dependencies(Map<String, Set<String>> needs) {

    static Dependencies of(Collection<Resource> resources) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        resources.forEach(resource -> ids.add(resource.logicalId()));
        for (Resource resource : resources) {
            Set<String> needed = new LinkedHashSet<>(Mentions.in(resource.properties()).all());
            needed.addAll(resource.dependsOn());
            needed.retainAll(ids);
            needs.put(resource.logicalId(), needed);
        }
        return new Dependencies(sorted(needs));
    }

    /** In an order in which each comes after what it needs; otherwise as in the template. */
    public List<String> order() {
        return List.copyOf(needs.keySet());
    }

    public Set<String> of(String logicalId) {
        return needs.getOrDefault(logicalId, Set.of());
    }

    private static Map<String, Set<String>> sorted(Map<String, Set<String>> needs) {
        Map<String, Set<String>> sorted = new LinkedHashMap<>();
        List<String> left = new ArrayList<>(needs.keySet());
        while (!left.isEmpty()) {
            List<String> free = left.stream()
                    .filter(id -> sorted.keySet().containsAll(needs.getOrDefault(id, Set.of())))
                    .toList();
            if (free.isEmpty()) {
                throw new Refusal("Circular dependency between resources: " + circle(left, needs));
            }
            free.forEach(id -> sorted.put(id, needs.getOrDefault(id, Set.of())));
            left.removeAll(free);
        }
        return sorted;
    }

    /** What is left without all that merely waits for the circle. */
    private static List<String> circle(List<String> left, Map<String, Set<String>> needs) {
        List<String> circle = new ArrayList<>(left);
        boolean shrunk = true;
        while (shrunk) {
            Set<String> needed = new LinkedHashSet<>();
            circle.forEach(id -> needed.addAll(needs.getOrDefault(id, Set.of())));
            shrunk = circle.removeIf(id -> !needed.contains(id));
        }
        return circle;
    }
}
