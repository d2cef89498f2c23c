package dev.lambdaflex.simulator.model.stack;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.simulator.template.Template;

/**
 * What CreateStack asks for.
 *
 * @param token        ClientRequestToken; empty for none
 * @param parameters   values; the others have their defaults
 * @param capabilities what the caller knows that the stack will do
 * @param timeout      TimeoutInMinutes; empty for none
 * @param isProtected  EnableTerminationProtection
 */
public record StackRequest(String name, String token, Template template, Map<String, String> parameters,
        Map<String, String> tags, Set<String> capabilities, OnFailure onFailure, Optional<Duration> timeout,
        boolean isProtected) {

    public StackRequest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        capabilities = Set.copyOf(capabilities);
    }

    /** A stack that may make roles and is rolled back when it fails. */
    public static StackRequest of(String name, String token, Template template, Map<String, String> parameters) {
        return new StackRequest(name, token, template, parameters, Map.of(), Set.of("CAPABILITY_IAM"),
                OnFailure.ROLLBACK, Optional.empty(), false);
    }

    public StackRequest within(Duration chosen) {
        return new StackRequest(name, token, template, parameters, tags, capabilities, onFailure, Optional.of(chosen),
                isProtected);
    }

    public StackRequest onFailure(OnFailure chosen) {
        return new StackRequest(name, token, template, parameters, tags, capabilities, chosen, timeout, isProtected);
    }
}
