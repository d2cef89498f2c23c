package dev.lambdaflex.weights.migration;

import java.time.Duration;
import java.util.Optional;

import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.split.Tier;

/** The Fargate tier comes up: built, verified, and known to the zone with weight 0. */
final class BuildingRules {

    private BuildingRules() {}

    static Turn provision(Situation s, Phase.Provisioning building) {
        Optional<FargateView> fargate = s.seen().fargate();
        if (fargate.isEmpty()) {
            return Turn.to(s.state(), "the Fargate tier cannot be seen while it is built");
        }
        if (s.passed(building.since(), s.timing().provisionDeadline())) {
            return giveUp(s, "not built within " + Durations.text(s.timing().provisionDeadline()));
        }
        if (unwanted(s)) {
            return LeavingRules.tearDown(s, "the Fargate tier is not wanted any more");
        }
        FargateView view = fargate.get();
        return switch (view.status()) {
            case ABSENT -> Turn.to(s.state(), "asks for the Fargate tier")
                    .doing(new Action.BuildFargate(s.state().run() + "-build", s.policy().fleet().tasksFor(s.peak())));
            case BUILDING -> Turn.to(s.state(), "builds the Fargate tier: " + view.detail());
            case READY -> Turn.to(s.state().at(new Phase.Verifying(false, s.now())), "the Fargate tier stands");
            case FAILED, REMOVING, REMOVE_FAILED -> giveUp(s, view.detail());
        };
    }

    static Turn verify(Situation s, Phase.Verifying verifying) {
        Optional<FargateView> fargate = s.seen().fargate();
        if (fargate.isEmpty()) {
            return Turn.to(s.state(), "the Fargate tier cannot be seen while it is verified");
        }
        FargateView view = fargate.get();
        if (view.status() != FargateView.Status.READY) {
            return giveUp(s, "the Fargate tier is gone: " + view.detail());
        }
        if (s.passed(verifying.since(), s.timing().verifyDeadline())) {
            return giveUp(s, "not healthy within " + Durations.text(s.timing().verifyDeadline()));
        }
        if (unwanted(s)) {
            return LeavingRules.tearDown(s, "the Fargate tier is not wanted any more");
        }
        return verifying.accepted() ? published(s) : accept(s, view);
    }

    private static Turn accept(Situation s, FargateView view) {
        boolean allHealthy = view.desiredTasks() > 0 && view.healthyTargets() >= view.desiredTasks();
        if (!allHealthy || !s.healthy(Tier.FARGATE) || view.target().isEmpty()) {
            return Turn.to(s.state(),
                    "verifies the Fargate tier: %d of %d targets healthy, its probe %s".formatted(view.healthyTargets(),
                            view.desiredTasks(),
                            s.seen().fargateAnswers().orElse(false) ? "answered" : "not yet answered"));
        }
        MigrationState accepted = s.state().with(s.state().targets().withFargate(view.target()));
        return Turn.to(accepted.at(new Phase.Verifying(true, s.now())),
                "the Fargate tier is healthy: publishes its record with weight 0");
    }

    private static Turn published(Situation s) {
        if (!s.inSync()) {
            return Turn.to(s.state(), "publishes the Fargate record: " + s.settling());
        }
        return Turn.to(s.state().at(Phase.Shifting.begin(Direction.UP, 0, s.now())), "begins to shift");
    }

    private static boolean unwanted(Situation s) {
        return s.automated() && s.wished(Tier.LAMBDA, Tier.FARGATE);
    }

    private static Turn giveUp(Situation s, String cause) {
        MigrationState failed = s.state().with(s.state().backoff().failed());
        return LeavingRules.tearDown(new Situation(failed, s.seen(), s.policy(), s.now()),
                "gives the Fargate tier up: " + cause);
    }
}
