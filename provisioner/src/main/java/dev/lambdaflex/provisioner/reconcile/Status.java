package dev.lambdaflex.provisioner.reconcile;

import java.time.Instant;

import dev.lambdaflex.weights.gate.GateReport;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Observation;

/**
 * One app as its last tick left it.
 *
 * @param version the stored version of the state: the ETag of a change
 * @param reason  what it does or waits for, for people
 * @param gates   the evidence of the step
 * @param at      when that tick was
 */
public record Status(String app, long version, MigrationState state, Observation seen, String reason, GateReport gates,
        Instant at) {}
