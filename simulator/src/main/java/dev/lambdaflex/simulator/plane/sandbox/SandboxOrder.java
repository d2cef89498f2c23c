package dev.lambdaflex.simulator.plane.sandbox;

import dev.lambdaflex.weights.split.Tier;
import java.util.Map;

/**
 * What to start.
 *
 * @param tier        whose copy of the workload it is
 * @param id          of the task or the environment, unique within its tier
 * @param environment its variables
 * @param memoryMb    how much memory it may have, where that is enforced
 */
public record SandboxOrder(Tier tier, String id, Map<String, String> environment, int memoryMb) {

    public SandboxOrder {
        environment = Map.copyOf(environment);
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
            throw new IllegalArgumentException("id: '%s' (expected: letters, digits, dots and dashes)".formatted(id));
        }
        if (memoryMb < 1) {
            throw new IllegalArgumentException("memoryMb: %d (expected: 1 or more)".formatted(memoryMb));
        }
    }

    /** How log lines call it, such as {@code fargate-3f2a}. */
    public String name() {
        return tier.label() + "-" + id;
    }
}
