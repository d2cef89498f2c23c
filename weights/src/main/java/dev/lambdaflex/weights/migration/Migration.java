package dev.lambdaflex.weights.migration;

import java.time.Instant;

/** The migration state machine. */
public final class Migration {

    private Migration() {}

    /** Decides one tick. */
    public static Decision next(MigrationState state, Observation seen, Policy policy, Instant now) {
        throw new IllegalStateException("comes with the next commit");
    }

    /** Decides what becomes of a person's request. */
    public static Answer apply(MigrationState state, Request request, Observation seen, Policy policy, Instant now) {
        throw new IllegalStateException("comes with the next commit");
    }
}
