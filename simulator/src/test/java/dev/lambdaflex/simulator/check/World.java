package dev.lambdaflex.simulator.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.simulator.model.AppTruth;
import dev.lambdaflex.simulator.model.money.HourlyCost;
import dev.lambdaflex.weights.gate.GateReport;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Observation;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;

/** A truth that is whatever a test says, with a watch over it. Both tiers are healthy and share the traffic evenly. */
final class World {

    static final Policy POLICY = Policy.defaults();
    static final Duration TICK = Duration.ofSeconds(10);

    Instant now = Instant.parse("2026-11-24T12:00:00Z");
    RecordSet records = split(50);
    boolean lambdaHealthy = true;
    boolean fargateHealthy = true;
    Optional<Instant> fargateAsked = Optional.empty();
    List<String> dangling = List.of();
    List<String> stacks = List.of("shop");
    final Watch watch = new Watch(this::truth, POLICY, TICK, Duration.ZERO, () -> now);
    private long version = 10;

    static RecordSet split(int fargatePercent) {
        return RecordSet.of(Split.ofPercent(fargatePercent), "gateway", "alb");
    }

    static RecordSet alone() {
        return RecordSet.lambdaOnly("gateway");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** The reconciler looks and then changes the records to {@code wanted}. */
    void change(RecordSet wanted) {
        watch.looks();
        watch.changes(records, wanted);
        records = wanted;
    }

    /** A tick ends in {@code phase}. */
    void tick(Phase phase) {
        tick(phase, OptionalInt.empty());
    }

    void tick(Phase phase, OptionalInt otherVersion) {
        pass(TICK);
        version++;
        MigrationState resting = MigrationState.initial(POLICY.plan(), now);
        MigrationState state = new MigrationState(phase, "lf-1", resting.plan(), resting.origin(), resting.targets(),
                resting.change(), resting.probes(), resting.backoff(), resting.raise());
        watch.ticked(new Status("shop", otherVersion.isPresent() ? otherVersion.getAsInt() : version, state,
                Observation.blind("not looked"), "reason", GateReport.NONE, now));
    }

    /** The invariants that were broken, once each, in order. */
    List<Invariant> broken() {
        return watch.violations().stream().map(Violation::invariant).distinct().toList();
    }

    private AppTruth truth() {
        return new AppTruth(records, true, lambdaHealthy, fargateHealthy, Optional.empty(), fargateAsked, dangling,
                new AppTruth.Resources(stacks, List.of(), List.of(), List.of(), List.of()), new HourlyCost(0, 0, 0));
    }
}
