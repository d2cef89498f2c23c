package dev.lambdaflex.simulator.local;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import dev.lambdaflex.simulator.model.service.TaskRunner;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.fargate.Task;

/** Runs the model's tasks as processes, and knows where each one serves. */
final class LocalTasks {

    private final Function<String, Task> processes;
    private final Duration stopTimeout;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();

    LocalTasks(Function<String, Task> processes, Duration stopTimeout) {
        this.processes = processes;
        this.stopTimeout = stopTimeout;
    }

    /** What the model runs its tasks by. */
    TaskRunner runner() {
        return this::start;
    }

    /** Where a task serves, once it has said so. */
    Optional<Endpoint> endpoint(String taskId) {
        return Optional.ofNullable(tasks.get(taskId)).flatMap(Task::endpoint);
    }

    private TaskRunner.Task start(String taskId) {
        Task process = processes.apply(taskId);
        tasks.put(taskId, process);
        return new TaskRunner.Task() {
            @Override
            public boolean running() {
                boolean running = process.running();
                if (!running) {
                    tasks.remove(taskId, process);
                }
                return running;
            }

            @Override
            public boolean answers() {
                return process.answers();
            }

            @Override
            public void terminate() {
                process.terminate(stopTimeout);
            }
        };
    }
}
