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
        FargateView view = fargate.get();
        boolean stands = view.status() == FargateView.Status.READY;
        // What came in time is not given up because nobody looked in time.
        if (!stands && s.passed(building.since(), s.timing().provisionDeadline())) {
            return giveUp(s, "not built within " + Durations.text(s.timing().provisionDeadline()));
        }
        if (unwanted(s)) {
            return LeavingRules.tearDown(s, "the Fargate tier is not wanted any more");
        }
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
        // I2 holds at every moment: once Fargate is fit to serve, a Lambda that breaks is left without waiting for the plan.
        Optional<Turn> failover = RollbackRules.failover(s);
        if (failover.isPresent()) {
            return failover.get();
        }
        boolean verified = verifying.accepted() ? s.inSync() : acceptable(s, view);
        if (!verified && s.passed(verifying.since(), s.timing().verifyDeadline())) {
            return giveUp(s, "not healthy within " + Durations.text(s.timing().verifyDeadline()));
        }
        if (unwanted(s)) {
            return LeavingRules.tearDown(s, "the Fargate tier is not wanted any more");
        }
        return verifying.accepted() ? published(s) : accept(s, view);
    }

    private static Turn accept(Situation s, FargateView view) {
        if (!acceptable(s, view)) {
            return Turn.to(s.state(),
                    "verifies the Fargate tier: %d of %d targets healthy, its probe %s".formatted(view.healthyTargets(),
                            view.desiredTasks(),
                            s.seen().fargateAnswers().orElse(false) ? "answered" : "not yet answered"));
        }
        MigrationState accepted = s.state().with(s.state().targets().withFargate(view.target()));
        return Turn.to(accepted.at(new Phase.Verifying(true, s.now())),
                "the Fargate tier is healthy: publishes its record with weight 0");
    }

    private static boolean acceptable(Situation s, FargateView view) {
        boolean allHealthy = view.desiredTasks() > 0 && view.healthyTargets() >= view.desiredTasks();
        return allHealthy && s.healthy(Tier.FARGATE) && view.target().isPresent();
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
