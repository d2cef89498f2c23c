package dev.lambdaflex.simulator.model.service;

import java.time.Instant;
import java.util.Optional;

/**
 * A task as DescribeTasks tells it.
 *
 * @param lastStatus the word of the API: {@code RUNNING}
 * @param started    when its container began to run
 * @param stopping   when it was told to go, or its container had gone
 * @param stopped    when nothing of it was left
 * @param stop       why it goes; empty while it shall run
 */
public record TaskView(String id, String lastStatus, Instant created, Optional<Instant> started,
        Optional<Instant> stopping, Optional<Instant> stopped, Optional<TaskStop> stop) {

    public boolean shallRun() {
        return stop.isEmpty();
    }
}
