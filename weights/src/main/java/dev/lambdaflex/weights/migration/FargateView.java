package dev.lambdaflex.weights.migration;

import java.util.Optional;

/**
 * The Fargate tier as it was seen.
 *
 * @param status         what the stacks say
 * @param target         the load balancer's name; present once it exists
 * @param healthyTargets tasks that the load balancer finds healthy
 * @param runningTasks   tasks that run
 * @param desiredTasks   tasks that shall run
 * @param detail         the stacks' own last word, for people: an event, the first cause of a failure
 */
public record FargateView(Status status, Optional<String> target, int healthyTargets, int runningTasks,
        int desiredTasks,
        String detail) {

    /** What the stacks say. */
    public enum Status {
        ABSENT, BUILDING, READY,
        /** It could not be built; what was built of it has to be removed. */
        FAILED, REMOVING,
        /** It could not be removed; removing has to be asked again. */
        REMOVE_FAILED
    }

    public static final FargateView NOTHING = new FargateView(Status.ABSENT, Optional.empty(), 0, 0, 0, "");
}
