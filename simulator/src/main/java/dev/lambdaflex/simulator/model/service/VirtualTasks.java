package dev.lambdaflex.simulator.model.service;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.simulator.model.time.Streams;
import dev.lambdaflex.simulator.model.time.Timeline;

/** Tasks of virtual time: each boots for a drawn while, then answers until it is told to go, and exits shortly after. */
public final class VirtualTasks implements TaskRunner {

    private final Timeline timeline;
    private final DurationRange boot;
    private final Duration exit;
    private final RandomGenerator random;
    private final Set<String> crashed = new HashSet<>();
    private boolean deafToTerm;

    /**
     * @param boot from the start of the process until it answers
     * @param exit from SIGTERM until the process is gone
     */
    public VirtualTasks(Timeline timeline, Streams streams, DurationRange boot, Duration exit) {
        this.timeline = timeline;
        this.boot = boot;
        this.exit = exit;
        this.random = streams.of("virtual tasks");
    }

    @Override
    public Task start(String taskId) {
        return new VirtualTask(taskId, timeline.now().plus(boot.draw(random)));
    }

    /** The task's process exits by itself. */
    public void crash(String taskId) {
        timeline.run(() -> crashed.add(taskId));
    }

    /** Whether tasks ignore SIGTERM from now on, so that only SIGKILL ends them. */
    public void ignoreTerm(boolean whether) {
        timeline.run(() -> deafToTerm = whether);
    }

    private final class VirtualTask implements Task {

        private final String id;
        private final Instant ready;
        private boolean asked;
        private Instant gone = Instant.MAX;

        VirtualTask(String id, Instant ready) {
            this.id = id;
            this.ready = ready;
        }

        @Override
        public boolean running() {
            return timeline.now().isBefore(gone) && !crashed.contains(id);
        }

        @Override
        public boolean answers() {
            return running() && !timeline.now().isBefore(ready);
        }

        @Override
        public void terminate() {
            boolean kill = asked;
            asked = true;
            if (kill) {
                gone = timeline.now();
            } else if (!deafToTerm) {
                gone = timeline.now().plus(exit);
            }
        }
    }
}
