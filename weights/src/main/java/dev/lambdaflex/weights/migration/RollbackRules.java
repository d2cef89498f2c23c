package dev.lambdaflex.weights.migration;

import java.util.Optional;

import dev.lambdaflex.weights.gate.Capacity;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.plan.Step;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * The way back: in one jump off a broken tier, step by step otherwise, and never onto a tier that is not healthy. Neither
 * pause nor freeze delays it.
 */
final class RollbackRules {

    private RollbackRules() {}

    /** Off a tier that breaks or vanishes while nothing is moved, when the other one is healthy. */
    static Optional<Turn> failover(Situation s) {
        if (s.state().targets().fargate().isEmpty()) {
            return Optional.empty();
        }
        for (Tier tier : Tier.values()) {
            boolean concerned = s.live().serves(tier) || s.vanished(tier);
            if (concerned && s.broken(tier) && s.healthy(tier.other())) {
                String cause = s.vanished(tier) ? "the Fargate tier is gone" : tier.label() + " is broken";
                return Optional.of(begin(s, tier.other(), true, cause));
            }
        }
        return Optional.empty();
    }

    /** Away from {@code bad}, unless the other tier is no better. */
    static Turn away(Situation s, Tier bad, boolean atOnce, String cause) {
        if (s.broken(bad.other())) {
            return Turn.to(s.state(), "both tiers are bad, nothing moves: " + cause);
        }
        return begin(s, bad.other(), atOnce, cause);
    }

    static Turn begin(Situation s, Tier to, boolean atOnce, String cause) {
        MigrationState failed = s.state().with(s.state().backoff().failed());
        Phase back = new Phase.RollingBack(to, s.live(), atOnce, cause, s.now().minus(s.timing().rollbackStep()),
                s.now());
        return Turn.to(failed.at(back), "rolls back to %s: %s".formatted(to.label(), cause));
    }

    static Turn decide(Situation s, Phase.RollingBack back) {
        if (s.passed(back.since(), s.timing().rollbackDeadline())) {
            Phase failed = new Phase.RollbackFailed(back.to(), back.split(), back.cause(), s.now());
            return Turn.to(s.state().at(failed), "the rollback to %s did not end within %s".formatted(back.to().label(),
                    Durations.text(s.timing().rollbackDeadline())));
        }
        if (back.split().equals(MigrationState.allOf(back.to()))) {
            return finish(s, back.to(), "rolls back to %s: ".formatted(back.to().label()));
        }
        if (!s.healthy(back.to())) {
            return Turn.to(s.state(), "rollback waits: %s is not healthy either".formatted(back.to().label()));
        }
        return step(s, back);
    }

    /** Keeps trying: the records are wanted all the way back, and go as soon as that is safe. */
    static Turn retry(Situation s, Phase.RollbackFailed failed) {
        Split end = MigrationState.allOf(failed.to());
        if (failed.split().equals(end)) {
            return finish(s, failed.to(), "rollback to %s failed and goes on: ".formatted(failed.to().label()));
        }
        if (!s.healthy(failed.to())) {
            return Turn.to(s.state(), "rollback failed: %s is not healthy".formatted(failed.to().label()));
        }
        Phase further = new Phase.RollbackFailed(failed.to(), end, failed.cause(), failed.since());
        return Turn.to(s.state().at(further), "rollback goes on: %s is healthy again".formatted(failed.to().label()));
    }

    private static Turn step(Situation s, Phase.RollingBack back) {
        Direction direction = Direction.towards(back.to());
        Step next = s.state().plan().steps(direction).get(s.state().plan().firstStepBeyond(back.split(), direction));
        Split split = back.atOnce() ? MigrationState.allOf(back.to()) : next.split();
        if (!s.passed(back.stepped(), s.timing().rollbackStep())) {
            return Turn.to(s.state(), "rolls back to %s: next step in %s".formatted(back.to().label(),
                    s.left(back.stepped().plus(s.timing().rollbackStep()))));
        }
        Capacity capacity = s.capacity(back.to(), split);
        if (!back.atOnce() && !capacity.suffices()) {
            return Turn
                    .to(s.state(),
                            "rollback waits for capacity: %.0f of %.0f requests/s (%s)".formatted(capacity.ready(),
                                    capacity.needed(), capacity.sentence()))
                    .doing(s.scaleFor(split));
        }
        Phase further = new Phase.RollingBack(back.to(), split, back.atOnce(), back.cause(), s.now(), back.since());
        return Turn.to(s.state().at(further), "rolls back to %s, now %s".formatted(back.to().label(), split))
                .doing(s.scaleFor(split));
    }

    private static Turn finish(Situation s, Tier to, String reason) {
        if (!s.inSync()) {
            return Turn.to(s.state(), reason + s.settling());
        }
        return switch (to) {
            case LAMBDA ->
                Turn.to(s.state().at(new Phase.Quiescing(s.now())), "rolled back to lambda, fargate must fall silent");
            case FARGATE -> Turn.to(s.state().resting(Tier.FARGATE, s.timing(), s.now()), "rolled back to fargate");
        };
    }
}
