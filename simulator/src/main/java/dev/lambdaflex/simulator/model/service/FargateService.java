package dev.lambdaflex.simulator.model.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.balancer.TargetGroup;
import dev.lambdaflex.simulator.model.balancer.TargetHealth;
import dev.lambdaflex.simulator.model.service.FargateTask.State;
import dev.lambdaflex.simulator.model.time.Timeline;

/**
 * One ECS service: it looks at its tasks every few seconds and starts, replaces and stops them.
 *
 * <pre>
 *   PENDING --pulled--> RUNNING --deregistered--> DEACTIVATING --drained--> STOPPING --exited--> DEPROVISIONING --> STOPPED
 * </pre>
 */
public final class FargateService {

    /** What a first deployment came to. */
    public enum Rollout {
        IN_PROGRESS, COMPLETED, FAILED
    }

    private final String name;
    private final ServiceSettings settings;
    private final Timeline timeline;
    private final TaskRunner runner;
    private final TargetGroup group;
    private final NetworkInterfaces interfaces;
    private final BooleanSupplier sick;
    private final RandomGenerator random;
    private final TaskList tasks;
    private final Deployment deployment;
    private final ServiceLog log;
    private final Retirement retirement;
    private int desired;
    private boolean steady;
    private boolean closing;
    private Runnable settled = () -> {};

    /**
     * A service without tasks yet.
     *
     * @param sick whether the workload answers everything with errors now, its health path included
     */
    public FargateService(String name, ServiceSettings settings, Timeline timeline, TaskRunner runner,
            TargetGroup group,
            NetworkInterfaces interfaces, BooleanSupplier sick, RandomGenerator random) {
        this.name = name;
        this.settings = settings;
        this.timeline = timeline;
        this.runner = runner;
        this.group = group;
        this.interfaces = interfaces;
        this.sick = sick;
        this.random = random;
        this.tasks = new TaskList(name, timeline, interfaces);
        this.deployment = new Deployment(timeline);
        this.log = new ServiceLog(timeline);
        this.retirement = new Retirement(settings, timeline, group, random, this::stopped);
    }

    public String name() {
        return name;
    }

    public ServiceSettings settings() {
        return settings;
    }

    /** Begins with {@code tasks}; {@code whenSettled} runs once when the first deployment is completed or has failed. */
    public void open(int tasks, Runnable whenSettled) {
        timeline.run(() -> {
            settled = whenSettled;
            desired = tasks;
            deployment.begin();
            watch();
        });
    }

    /** UpdateService with another desired count. */
    public void scale(int tasks) {
        timeline.run(() -> {
            if (tasks < 0) {
                throw new IllegalArgumentException("tasks: %d (expected: 0 or more)".formatted(tasks));
            }
            if (!closing && tasks != desired) {
                desired = tasks;
                steady = false;
                reconcile();
            }
        });
    }

    /** StopTask: the service starts another in its place. False when there is no such task that shall run. */
    public boolean stopTask(String taskId, String reason) {
        return timeline.call(() -> {
            Optional<FargateTask> found = tasks.find(taskId).filter(FargateTask::wanted);
            found.ifPresent(task -> {
                stop(task, TaskStop.byUser(reason));
                steady = false;
                startMissing();
            });
            return found.isPresent();
        });
    }

    /** DeleteService with force: stops all tasks; {@code whenGone} runs when the last one has stopped. */
    public void close(Runnable whenGone) {
        timeline.run(() -> {
            closing = true;
            desired = 0;
            settled = whenGone;
            reconcile();
        });
    }

    public int desired() {
        return timeline.call(() -> desired);
    }

    public int running() {
        return timeline.call(() -> tasks.count(State.RUNNING));
    }

    public int pending() {
        return timeline.call(() -> tasks.count(State.PENDING));
    }

    /** Tasks that exist in any state before STOPPED. */
    public int alive() {
        return timeline.call(tasks::size);
    }

    public List<String> taskIds() {
        return timeline.call(tasks::ids);
    }

    /** All of it at one moment; empty before it was made. */
    public Optional<ServiceView> view() {
        return timeline.call(() -> deployment.created()
                .map(since -> new ServiceView(name, status(), desired, tasks.count(State.RUNNING),
                        tasks.count(State.PENDING), deployment.rollout(), deployment.failures(), since,
                        deployment.updated(), log.newestFirst())));
    }

    /** Its tasks in any state before STOPPED, then those that stopped lately. */
    public List<TaskView> tasks() {
        return timeline.call(tasks::views);
    }

    /** The network interface of a task, until it has given it back. */
    public Optional<NetworkInterface> interfaceOf(String taskId) {
        return interfaces.of(taskId);
    }

    public Rollout rollout() {
        return timeline.call(deployment::rollout);
    }

    /** Whether a request to the task would be answered now, errors aside. */
    public boolean answers(String taskId) {
        return timeline.call(() -> tasks.find(taskId).map(FargateTask::answers).orElse(false));
    }

    /** The last 100 events, newest first. */
    public List<ServiceEvent> events() {
        return timeline.call(log::newestFirst);
    }

    private void watch() {
        if (closing && tasks.isEmpty()) {
            return;
        }
        reconcile();
        timeline.after(settings.watch(), this::watch);
    }

    private void reconcile() {
        replaceFailed();
        tasks.all().forEach(retirement::look);
        startMissing();
        stopSurplus();
        settle();
    }

    private void replaceFailed() {
        for (FargateTask task : tasks.all()) {
            if (task.state() != State.RUNNING) {
                continue;
            }
            if (task.lost()) {
                lost(task);
            } else if (!task.containerRuns()) {
                failed(task, "task %s stopped: Essential container in task exited".formatted(task.id()),
                        TaskStop.exited());
            } else if (unhealthy(task)) {
                failed(task, "task %s is unhealthy in target-group due to (reason Health checks failed)"
                        .formatted(task.id()), TaskStop.unhealthy(group.fullName()));
            }
        }
    }

    private boolean unhealthy(FargateTask task) {
        boolean graceOver = Duration.between(task.since(), timeline.now()).compareTo(settings.healthGrace()) >= 0;
        return graceOver && group.health(task.id()).state() == TargetHealth.State.UNHEALTHY;
    }

    private void failed(FargateTask task, String message, TaskStop why) {
        log.note(message);
        steady = false;
        stop(task, why);
        if (deployment.trips(Math.max(settings.breaker(), desired / 2))) {
            log.note("(deployment) deployment failed: tasks failed to start.");
        }
    }

    /** No failure of the deployment: the next one may do well where this one did not get the chance. */
    private void lost(FargateTask task) {
        log.note("task %s stopped: the infrastructure that hosted it was lost".formatted(task.id()));
        steady = false;
        stop(task, TaskStop.lost());
    }

    private void startMissing() {
        if (deployment.rollout() == Rollout.FAILED) {
            return;
        }
        for (int missing = desired - tasks.wanted(); missing > 0; missing--) {
            FargateTask task = tasks.begin();
            timeline.after(settings.start().draw(random), () -> run(task));
        }
    }

    private void run(FargateTask task) {
        if (task.state() != State.PENDING) {
            return;
        }
        task.runs(runner.start(task.id()), timeline.now());
        group.register(task.id(), () -> task.answers() && !sick.getAsBoolean());
        log.note("(service %s) has started 1 tasks: (task %s).".formatted(name, task.id()));
    }

    private void stopSurplus() {
        tasks.surplus(desired).forEach(task -> stop(task, TaskStop.scaled(name)));
    }

    private void stop(FargateTask task, TaskStop why) {
        task.stops(why, timeline.now());
        if (task.state() == State.RUNNING) {
            log.note("(service %s) has begun draining connections on 1 tasks.".formatted(name));
        }
        retirement.begin(task);
    }

    private void stopped(FargateTask task) {
        tasks.end(task);
        settle();
    }

    private void settle() {
        if (closing) {
            if (tasks.isEmpty()) {
                notifySettled();
            }
            return;
        }
        boolean steadyNow = tasks.size() == desired && tasks.count(State.RUNNING) == desired
                && group.count(TargetHealth.State.HEALTHY) >= desired;
        if (steadyNow && !steady) {
            log.note("(service %s) has reached a steady state.".formatted(name));
            deployment.steady();
        }
        steady = steadyNow;
        if (deployment.rollout() != Rollout.IN_PROGRESS) {
            notifySettled();
        }
    }

    private ServiceView.Status status() {
        if (!closing) {
            return ServiceView.Status.ACTIVE;
        }
        return tasks.isEmpty() ? ServiceView.Status.INACTIVE : ServiceView.Status.DRAINING;
    }

    private void notifySettled() {
        Runnable notified = settled;
        settled = () -> {};
        notified.run();
    }
}
