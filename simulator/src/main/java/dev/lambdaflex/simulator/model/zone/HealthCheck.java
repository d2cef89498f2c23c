package dev.lambdaflex.simulator.model.zone;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A health check as it was ordered.
 *
 * @param settings by AWS's names, in AWS's order
 */
public record HealthCheck(String id, String callerReference, Map<String, String> settings) {

    public HealthCheck {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The name that is checked; empty when an address is. */
    public Optional<String> target() {
        return Optional.ofNullable(settings.get("FullyQualifiedDomainName"));
    }
}
