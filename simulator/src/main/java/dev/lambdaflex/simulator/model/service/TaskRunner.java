package dev.lambdaflex.simulator.model.service;

/**
 * What really runs a task: nothing at all in virtual time, a process in real time. It is called under the model's lock, so no
 * method may block: starting begins a start, and answers are what is known already.
 */
public interface TaskRunner {

    /** Begins to run the task's container. It fails by not running. */
    Task start(String taskId);

    /** A container that was started. */
    interface Task {

        /** Whether its process is there; true from the start until it has exited. */
        boolean running();

        /** Whether it is gone for a reason that is not its own: what ran it is gone. */
        default boolean lost() {
            return false;
        }

        /** Whether it answered its health path the last time it was asked. */
        boolean answers();

        /** SIGTERM at the first call, SIGKILL at the second, which comes after the stop timeout. */
        void terminate();
    }
}
