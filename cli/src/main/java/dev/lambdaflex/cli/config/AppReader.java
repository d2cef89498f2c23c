package dev.lambdaflex.cli.config;

import java.time.Duration;

import dev.lambdaflex.weights.gate.GateSettings;
import dev.lambdaflex.weights.migration.DriftPolicy;
import dev.lambdaflex.weights.migration.Environments;
import dev.lambdaflex.weights.migration.Fleet;
import dev.lambdaflex.weights.migration.Timing;
import dev.lambdaflex.weights.plan.PlanText;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.policy.ThresholdTierPolicy;

/** Reads one app; what is left out keeps its default. */
final class AppReader {

    private AppReader() {}

    static AppConfig read(Section app) {
        String name = app.text("name");
        String host = app.text("host");
        ShiftPlan plan = app.parsed("plan", ShiftPlan.standard(), PlanText::parse);
        GateSettings gates = gates(app.section("gates"));
        Timing timing = timing(app.section("timing"));
        ThresholdTierPolicy thresholds = thresholds(app.section("thresholds"));
        Fleet fleet = fleet(app.section("fleet"));
        Environments environments = environments(app.section("environments"));
        DriftPolicy drift = app.choice("drift", DriftPolicy.REVERT, DriftPolicy::label);
        boolean frozen = app.flag("frozen", false);
        return app.build(() -> new AppConfig(name, host, plan, gates, timing, thresholds, fleet, environments, drift,
                frozen));
    }

    private static GateSettings gates(Section gates) {
        GateSettings usual = GateSettings.defaults();
        double errorLimit = gates.share("errorLimit", usual.errorLimit());
        int minimumRequests = gates.count("minimumRequests", usual.minimumRequests());
        Duration latencyLimit = gates.duration("latencyLimit", usual.latencyLimit());
        double latencyRatio = gates.number("latencyRatio", usual.latencyRatio());
        int latencySamples = gates.count("latencySamples", usual.latencySamples());
        int failedProbes = gates.count("failedProbes", usual.failedProbes());
        return gates.build(() -> new GateSettings(errorLimit, minimumRequests, latencyLimit, latencyRatio,
                latencySamples, failedProbes));
    }

    private static Timing timing(Section timing) {
        Timing usual = Timing.defaults();
        Timing read = new Timing(timing.duration("settle", usual.settle()),
                timing.duration("metricsLag", usual.metricsLag()),
                timing.duration("stepDeadline", usual.stepDeadline()),
                timing.duration("provisionDeadline", usual.provisionDeadline()),
                timing.duration("verifyDeadline", usual.verifyDeadline()),
                timing.duration("bake", usual.bake()),
                timing.duration("quiet", usual.quiet()),
                timing.duration("quietMost", usual.quietMost()),
                timing.duration("teardownDeadline", usual.teardownDeadline()),
                timing.duration("rollbackStep", usual.rollbackStep()),
                timing.duration("rollbackDeadline", usual.rollbackDeadline()),
                timing.duration("backoff", usual.backoff()),
                timing.duration("backoffMost", usual.backoffMost()));
        return timing.build(() -> TimingRules.checked(read));
    }

    private static ThresholdTierPolicy thresholds(Section thresholds) {
        ThresholdTierPolicy usual = ThresholdTierPolicy.defaults();
        double upAbove = thresholds.number("upAbove", usual.upAbove());
        double downBelow = thresholds.number("downBelow", usual.downBelow());
        double panicFactor = thresholds.number("panicFactor", usual.panicFactor());
        Duration stableWindow = thresholds.duration("stableWindow", usual.stableWindow());
        Duration panicWindow = thresholds.duration("panicWindow", usual.panicWindow());
        Duration dwell = thresholds.duration("dwell", usual.dwell());
        return thresholds.build(
                () -> new ThresholdTierPolicy(upAbove, downBelow, panicFactor, stableWindow, panicWindow, dwell));
    }

    private static Fleet fleet(Section fleet) {
        Fleet usual = Fleet.defaults();
        int least = fleet.count("least", usual.least());
        int most = fleet.count("most", usual.most());
        double requestsPerTask = fleet.number("requestsPerTask", usual.requestsPerTask());
        return fleet.build(() -> new Fleet(least, most, requestsPerTask));
    }

    private static Environments environments(Section environments) {
        Environments usual = Environments.defaults();
        int most = environments.count("most", usual.most());
        double requests = environments.number("requestsPerEnvironment", usual.requestsPerEnvironment());
        return environments.build(() -> new Environments(most, requests));
    }
}
