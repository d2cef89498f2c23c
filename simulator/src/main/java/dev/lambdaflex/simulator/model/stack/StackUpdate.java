package dev.lambdaflex.simulator.model.stack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.simulator.template.Template;

/**
 * What UpdateStack asks for.
 *
 * @param template   empty: UsePreviousTemplate
 * @param parameters new values
 * @param previous   parameters with UsePreviousValue
 * @param tags       empty: they stay
 */
public record StackUpdate(String token, Optional<Template> template, Map<String, String> parameters,
        Set<String> previous, Optional<Map<String, String>> tags, Set<String> capabilities) {

    public StackUpdate {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        previous = Set.copyOf(previous);
        capabilities = Set.copyOf(capabilities);
    }
}
