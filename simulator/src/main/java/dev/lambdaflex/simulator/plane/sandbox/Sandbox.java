package dev.lambdaflex.simulator.plane.sandbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One running copy of the workload. Its methods may be called from any thread and never block. */
public interface Sandbox {

    /** Whether it runs or is about to. */
    boolean running();

    /** The address at which its sockets are reached; known once it has said its first line. */
    String host();

    /**
     * Completes with the exit code (128 + n after signal n) when it has ended and its last words were read; fails with an
     * {@link java.io.IOException} when it never ran.
     */
    CompletableFuture<Integer> exit();

    /** The last lines of its standard error; empty when it said nothing. */
    String lastWords();

    /** SIGTERM now, SIGKILL when it still runs after {@code stopTimeout}. */
    void stop(Duration stopTimeout);

    /** SIGKILL. */
    void kill();
}
