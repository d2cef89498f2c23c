package dev.lambdaflex.simulator.model.service;

import java.time.Instant;
import java.util.Optional;

/** One task of a service. */
final class FargateTask {

    /** The states of the API that matter here. */
    enum State {
        /** Its network interface is attached and its image pulled. */
        PENDING,
        /** Its container runs. */
        RUNNING,
        /** It drains at the load balancer. */
        DEACTIVATING,
        /** Its container was told to go. */
        STOPPING,
        /** Its network interface is given back. */
        DEPROVISIONING, STOPPED
    }

    private final String id;
    private final Instant created;
    private State state = State.PENDING;
    private Optional<TaskRunner.Task> container = Optional.empty();
    private Optional<TaskStop> stop = Optional.empty();
    private Optional<Instant> started = Optional.empty();
    private Optional<Instant> stopping = Optional.empty();
    private Instant since;

    FargateTask(String id, Instant now) {
        this.id = id;
        this.created = now;
        this.since = now;
    }

    String id() {
        return id;
    }

    State state() {
        return state;
    }

    Instant since() {
        return since;
    }

    void moveTo(State next, Instant now) {
        state = next;
        since = now;
    }

    void runs(TaskRunner.Task task, Instant now) {
        container = Optional.of(task);
        started = Optional.of(now);
        moveTo(State.RUNNING, now);
    }

    /** It shall go. */
    void stops(TaskStop why, Instant now) {
        stop = Optional.of(why);
        stopping = Optional.of(now);
    }

    TaskView view() {
        return new TaskView(id, state.name(), created, started, stopping,
                state == State.STOPPED ? Optional.of(since) : Optional.empty(), stop);
    }

    boolean wanted() {
        return state == State.PENDING || state == State.RUNNING;
    }

    boolean containerRuns() {
        return container.map(TaskRunner.Task::running).orElse(false);
    }

    boolean lost() {
        return container.map(TaskRunner.Task::lost).orElse(false);
    }

    boolean answers() {
        return container.map(TaskRunner.Task::answers).orElse(false);
    }

    void terminate() {
        container.ifPresent(TaskRunner.Task::terminate);
    }
}
