package dev.lambdaflex.simulator.plane.fargate;

import dev.lambdaflex.simulator.plane.Endpoint;
import java.time.Duration;
import java.util.Optional;

/** One running container. Its methods may be called from any thread and never block. */
public interface Task {

    /** Whether it runs or is about to. */
    boolean running();

    /** Whether it answered the latest probe. */
    boolean answers();

    /** Where it serves, once it has said so. */
    Optional<Endpoint> endpoint();

    /** Why it runs no more; empty while it runs. */
    Optional<String> stoppedReason();

    /** SIGTERM now, SIGKILL when it still runs after {@code stopTimeout}. */
    void terminate(Duration stopTimeout);
}
