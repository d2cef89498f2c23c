package dev.lambdaflex.simulator.model.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Failures that are asked for, by stack. */
final class StackFaults {

    private final Map<String, String> creation = new HashMap<>();
    private final Map<String, String> deletion = new HashMap<>();

    void failCreation(String stack, Optional<String> logicalId) {
        set(creation, stack, logicalId);
    }

    void failDeletion(String stack, Optional<String> logicalId) {
        set(deletion, stack, logicalId);
    }

    boolean failsCreation(String stack, String logicalId) {
        return logicalId.equals(creation.get(stack));
    }

    boolean failsDeletion(String stack, String logicalId) {
        return logicalId.equals(deletion.get(stack));
    }

    private static void set(Map<String, String> faults, String stack, Optional<String> logicalId) {
        logicalId.ifPresentOrElse(id -> faults.put(stack, id), () -> faults.remove(stack));
    }
}
