package dev.lambdaflex.weights.migration;

import java.util.List;

import dev.lambdaflex.weights.gate.GateReport;

/**
 * What one tick decided.
 *
 * @param state   what shall be written down before anything is done
 * @param actions what shall be done then, in this order
 * @param reason  what the app does or waits for, for people
 * @param gates   the evidence that was looked at
 */
public record Decision(MigrationState state, List<Action> actions, String reason, GateReport gates) {
    public Decision {
        actions = List.copyOf(actions);
    }
}
