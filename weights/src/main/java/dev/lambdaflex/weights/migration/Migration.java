package dev.lambdaflex.weights.migration;

import java.time.Instant;

/** The migration state machine. */
public final class Migration {

    private Migration() {}

    /** Decides one tick. */
    public static Decision next(MigrationState state, Observation seen, Policy policy, Instant now) {
        return new Decision(state, java.util.List.of(), seen + " " + policy + now,
                dev.lambdaflex.weights.gate.GateReport.NONE);
    }

    /** Decides what becomes of a person's request. */
    public static Answer apply(MigrationState state, Request request, Observation seen, Policy policy, Instant now) {
        return new Answer.Refused(state + " " + request + seen + policy + now, java.util.List.of());
    }
}
