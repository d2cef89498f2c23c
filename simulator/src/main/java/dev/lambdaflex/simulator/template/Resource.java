package dev.lambdaflex.simulator.template;

import java.util.List;
import java.util.Optional;

import dev.lambdaflex.simulator.template.Value.Fields;

/**
 * A resource as the template writes it.
 *
 * @param properties with functions that are still to be worked out
 * @param keeps      whether its DeletionPolicy is Retain
 */
public record Resource(String logicalId, String type, Optional<String> condition, List<String> dependsOn,
        Fields properties, boolean keeps) {

    public Resource {
        dependsOn = List.copyOf(dependsOn);
    }
}
