package dev.lambdaflex.simulator.virtual;

import java.time.Duration;
import java.util.List;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.simulator.check.Violation;
import dev.lambdaflex.simulator.model.traffic.TrafficCount;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.PhaseLabel;

/**
 * What a run in virtual time has shown.
 *
 * @param passed     virtual time, the rest after the load included
 * @param traffic    what became of the requests
 * @param ticks      ticks of the reconciler
 * @param stay       how long it was on which tier
 * @param losses     requests without a good answer, and who could have served them
 * @param faults     what failed in the cloud
 * @param calls      names of the calls that passed the seam, in order
 * @param lostCalls  how many of them failed or lost their answer on the way
 * @param restarts   how often the reconciler died and was made anew
 * @param violations broken invariants
 * @param left       resources that are left at the end
 * @param end        the state at the end
 * @param reason     what it does or waits for at the end
 * @param log        all decisions, in order
 */
public record RunResult(long seed, Duration passed, TrafficCount traffic, long ticks, Stay stay, Losses losses,
        FaultPlan faults, List<String> calls, int lostCalls, int restarts, List<Violation> violations, int left,
        MigrationState end, String reason, List<Event> log) {

    public RunResult {
        calls = List.copyOf(calls);
        violations = List.copyOf(violations);
        log = List.copyOf(log);
    }

    /** Whether the app is where it came from, with nothing left, no invariant broken and no request lost in vain. */
    public boolean good() {
        return end.restsOnLambda() && left == 0 && violations.isEmpty() && losses.avoidable() == 0;
    }

    /** How often Fargate became the tier that serves. */
    public long migrationsUp() {
        return arrivals("resting-fargate");
    }

    /** How often the app came back to rest on Lambda. */
    public long migrationsDown() {
        return arrivals("resting-lambda");
    }

    /** How often a build of the Fargate tier was begun. */
    public long builds() {
        return arrivals("provisioning");
    }

    public long rollbacks() {
        return arrivals("rolling-back-to-");
    }

    /** The phase at the end, by its short name. */
    public String phase() {
        return PhaseLabel.of(end.phase());
    }

    /** The same for the same seed: SHA-256 of the decision log. */
    public String logHash() {
        return LogHash.of(log);
    }

    /** Moves into phases of that name from phases of another. */
    private long arrivals(String label) {
        long count = 0;
        boolean there = label.equals("resting-lambda");
        for (Event event : log) {
            boolean arrived = event.phase().startsWith(label);
            count += arrived && !there ? 1 : 0;
            there = arrived;
        }
        return count;
    }
}
