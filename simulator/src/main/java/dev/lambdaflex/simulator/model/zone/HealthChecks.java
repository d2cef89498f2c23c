package dev.lambdaflex.simulator.model.zone;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.lambdaflex.simulator.model.api.AwsError;
import dev.lambdaflex.simulator.model.api.Reply;

/**
 * Health checks of the account. Nobody goes out to check: a check of a load balancer or a gateway of the account is as healthy as
 * the model has it, and one of any other name or address fails, for nothing else is there.
 */
final class HealthChecks {

    private final Map<String, HealthCheck> checks = new TreeMap<>();
    private int made;

    Reply<HealthCheck> create(String callerReference, Map<String, String> settings) {
        Optional<HealthCheck> same = checks.values()
                .stream()
                .filter(check -> check.callerReference().equals(callerReference))
                .findFirst();
        if (same.isPresent()) {
            return same.get().settings().equals(settings)
                    ? Reply.given(same.get())
                    : Reply.refused(AwsError.of(409, "HealthCheckAlreadyExists",
                            "A health check with the same caller reference but different settings already exists: "
                                    + callerReference));
        }
        HealthCheck check = new HealthCheck("%08x-0000-4000-8000-%012x".formatted(callerReference.hashCode(), ++made)
                .toLowerCase(Locale.ROOT), callerReference, settings);
        checks.put(check.id(), check);
        return Reply.given(check);
    }

    Reply<HealthCheck> get(String id) {
        HealthCheck check = checks.get(id);
        return check == null ? Reply.refused(none(id)) : Reply.given(check);
    }

    Reply<HealthCheck> delete(String id) {
        HealthCheck check = checks.remove(id);
        return check == null ? Reply.refused(none(id)) : Reply.given(check);
    }

    List<HealthCheck> all() {
        return List.copyOf(checks.values());
    }

    private static AwsError none(String id) {
        return AwsError.of(404, "NoSuchHealthCheck", "A health check with id %s does not exist.".formatted(id));
    }
}
