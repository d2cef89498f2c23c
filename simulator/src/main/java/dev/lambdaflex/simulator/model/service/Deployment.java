package dev.lambdaflex.simulator.model.service;

import java.time.Instant;
import java.util.Optional;

import dev.lambdaflex.simulator.model.service.FargateService.Rollout;
import dev.lambdaflex.simulator.model.time.Timeline;

/** The one deployment of a service, and its circuit breaker. Used under the lock. */
final class Deployment {

    private final Timeline timeline;
    private Optional<Instant> created = Optional.empty();
    private Instant updated;
    private Rollout rollout = Rollout.IN_PROGRESS;
    private int failures;

    Deployment(Timeline timeline) {
        this.timeline = timeline;
        this.updated = timeline.now();
    }

    void begin() {
        created = Optional.of(timeline.now());
        updated = timeline.now();
    }

    /** A task failed; true when this one trips the breaker, which so many failures in a row do. */
    boolean trips(int breaker) {
        failures++;
        boolean trips = rollout == Rollout.IN_PROGRESS && failures >= breaker;
        if (trips) {
            rollOut(Rollout.FAILED);
        }
        return trips;
    }

    /** All tasks run and are healthy. */
    void steady() {
        failures = 0;
        rollOut(Rollout.COMPLETED);
    }

    Rollout rollout() {
        return rollout;
    }

    int failures() {
        return failures;
    }

    /** Empty before the service was made. */
    Optional<Instant> created() {
        return created;
    }

    Instant updated() {
        return updated;
    }

    private void rollOut(Rollout next) {
        if (rollout != next) {
            rollout = next;
            updated = timeline.now();
        }
    }
}
