package dev.lambdaflex.simulator.plane.fargate;

import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.Meter;
import dev.lambdaflex.simulator.plane.PlaneTimings;
import dev.lambdaflex.simulator.plane.process.Child;
import dev.lambdaflex.simulator.plane.process.ChildCommand;
import dev.lambdaflex.simulator.plane.process.Children;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks that are real server processes. */
public final class TaskProcesses implements TaskRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TaskProcesses.class);

    private final Container container;
    private final Children children;
    private final Probe.Prober prober;
    private final Meter meter;
    private final AtomicInteger running = new AtomicInteger();

    public TaskProcesses(Loop loop, Container container, Children children, PlaneTimings timings, Meter meter) {
        this.container = container;
        this.children = children;
        this.prober = new Probe.Prober(loop, timings);
        this.meter = meter;
    }

    @Override
    public Task start(String taskId) {
        TaskProcess task = new TaskProcess(taskId, container.host(), prober);
        ChildCommand command = new ChildCommand("task-" + taskId, container.command(), container.variables(taskId));
        try {
            Child child = children.start(command, task::said);
            meter.tasks(running.incrementAndGet());
            task.adopt(child);
            CompletableFuture<Void> _ = child.exit().thenRun(() -> meter.tasks(running.decrementAndGet()));
        } catch (IOException e) {
            LOG.warn("task {} did not start: {}", taskId, e.getMessage());
            task.neverStarted(e);
        }
        return task;
    }
}
