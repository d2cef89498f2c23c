package dev.lambdaflex.simulator.model.service;

import java.time.Instant;
import java.util.List;

/**
 * A service at one moment.
 *
 * @param failedTasks that failed in a row in its deployment
 * @param updated     when its deployment last changed how far it is
 * @param events      the newest first
 */
public record ServiceView(String name, Status status, int desired, int running, int pending,
        FargateService.Rollout rollout, int failedTasks, Instant created, Instant updated,
        List<ServiceEvent> events) {

    public ServiceView {
        events = List.copyOf(events);
    }

    /** How far it is. */
    public enum Status {
        ACTIVE,
        /** Deleted, and its last tasks stop. */
        DRAINING,
        /** Deleted. */
        INACTIVE
    }
}
