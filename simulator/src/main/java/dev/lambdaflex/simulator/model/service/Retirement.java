package dev.lambdaflex.simulator.model.service;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.balancer.TargetGroup;
import dev.lambdaflex.simulator.model.service.FargateTask.State;
import dev.lambdaflex.simulator.model.time.Timeline;

/**
 * A task's way out.
 *
 * <pre>
 *   RUNNING --deregistered--> DEACTIVATING --drained, SIGTERM--> STOPPING --exited--> DEPROVISIONING --> STOPPED
 *   PENDING --------------------------------------------------------------------------^     (SIGKILL after the stop timeout)
 * </pre>
 */
final class Retirement {

    private final ServiceSettings settings;
    private final Timeline timeline;
    private final TargetGroup group;
    private final RandomGenerator random;
    private final Consumer<FargateTask> stopped;

    Retirement(ServiceSettings settings, Timeline timeline, TargetGroup group, RandomGenerator random,
            Consumer<FargateTask> stopped) {
        this.settings = settings;
        this.timeline = timeline;
        this.group = group;
        this.random = random;
        this.stopped = stopped;
    }

    void begin(FargateTask task) {
        if (task.state() == State.PENDING) {
            release(task);
            return;
        }
        task.moveTo(State.DEACTIVATING, timeline.now());
        group.deregister(task.id(), () -> {
            task.moveTo(State.STOPPING, timeline.now());
            task.terminate();
            timeline.after(settings.stopTimeout(), () -> kill(task));
        });
    }

    /** Sees whether the container has exited. */
    void look(FargateTask task) {
        if (task.state() == State.STOPPING && !task.containerRuns()) {
            release(task);
        }
    }

    private void kill(FargateTask task) {
        if (task.state() == State.STOPPING && task.containerRuns()) {
            task.terminate();
            look(task);
        }
    }

    private void release(FargateTask task) {
        task.moveTo(State.DEPROVISIONING, timeline.now());
        timeline.after(settings.release().draw(random), () -> {
            task.moveTo(State.STOPPED, timeline.now());
            stopped.accept(task);
        });
    }
}
