package dev.lambdaflex.weights.migration;

import java.util.List;

import dev.lambdaflex.weights.gate.GateReport;

/** What the rules of a phase make of a situation, before the records are brought in line with it. */
record Turn(MigrationState state, List<Action> actions, String reason, GateReport gates) {

    static Turn to(MigrationState state, String reason) {
        return new Turn(state, List.of(), reason, GateReport.NONE);
    }

    Turn doing(Action action) {
        return new Turn(state, List.of(action), reason, gates);
    }

    Turn doing(List<Action> more) {
        return new Turn(state, more, reason, gates);
    }

    Turn seeing(GateReport report) {
        return new Turn(state, actions, reason, report);
    }
}
