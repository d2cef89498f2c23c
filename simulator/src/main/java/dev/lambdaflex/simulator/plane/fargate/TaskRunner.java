package dev.lambdaflex.simulator.plane.fargate;

/** Runs containers, as Fargate does for ECS. */
@FunctionalInterface
public interface TaskRunner {

    /** Starts a task; one that cannot start is returned as not running, with the reason. */
    Task start(String taskId);
}
