package dev.lambdaflex.simulator.plane.fargate;

import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.Meter;
import dev.lambdaflex.simulator.plane.PlaneTimings;
import dev.lambdaflex.simulator.plane.sandbox.Sandbox;
import dev.lambdaflex.simulator.plane.sandbox.SandboxOrder;
import dev.lambdaflex.simulator.plane.sandbox.Sandboxes;
import dev.lambdaflex.weights.split.Tier;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Tasks that are real servers, each in a sandbox of its own. */
public final class Tasks implements TaskRunner {

    private final Container container;
    private final Sandboxes sandboxes;
    private final Probe.Prober prober;
    private final Meter meter;
    private final AtomicInteger running = new AtomicInteger();

    public Tasks(Loop loop, Container container, Sandboxes sandboxes, PlaneTimings timings, Meter meter) {
        this.container = container;
        this.sandboxes = sandboxes;
        this.prober = new Probe.Prober(loop, timings);
        this.meter = meter;
    }

    @Override
    public Task start(String taskId) {
        SandboxedTask task = new SandboxedTask(taskId, prober);
        Sandbox sandbox = sandboxes.start(new SandboxOrder(Tier.FARGATE, taskId,
                container.variables(taskId, sandboxes.serving()), container.memoryMb()), task::said);
        meter.tasks(running.incrementAndGet());
        task.adopt(sandbox);
        CompletableFuture<Integer> _ = sandbox.exit()
                .whenComplete((_, _) -> meter.tasks(running.decrementAndGet()));
        return task;
    }
}
