package dev.lambdaflex.weights.migration;

import java.util.List;
import java.util.Optional;

import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.Durations;
import dev.lambdaflex.weights.plan.Step;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * The way back: off a broken tier at once, step by step otherwise, and never onto a tier that is not healthy. Neither pause nor
 * freeze delays it.
 *
 * <p>At once means in one jump as far as the other tier is ready to carry. One that breaks under all of it would answer nobody;
 * what it cannot carry yet follows as it grows.
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
            return Turn.to(s.state().at(new Phase.RollbackFailed(back, s.now())),
                    "the rollback to %s did not end within %s".formatted(back.to().label(),
                            Durations.text(s.timing().rollbackDeadline())));
        }
        return onward(s, back, "rolls back to " + back.to().label());
    }

    /** Keeps trying by the same rules, and stays a failure that says so until it has arrived. */
    static Turn retry(Situation s, Phase.RollbackFailed failed) {
        Turn turn = onward(s, failed.way(), "the rollback to %s failed and goes on".formatted(failed.to().label()));
        return turn.state().phase() instanceof Phase.RollingBack further
                ? new Turn(turn.state().at(new Phase.RollbackFailed(further, failed.since())), turn.actions(),
                        turn.reason(), turn.gates())
                : turn;
    }

    private static Turn onward(Situation s, Phase.RollingBack back, String what) {
        Situation present = s.in(back);
        if (back.split().equals(MigrationState.allOf(back.to()))) {
            return finish(present, back.to(), what);
        }
        if (!s.healthy(back.to())) {
            return Turn.to(present.state(), "%s: waits, %s is not healthy either".formatted(what, back.to().label()));
        }
        return step(present, back, what);
    }

    private static Turn step(Situation s, Phase.RollingBack back, String what) {
        if (!s.passed(back.stepped(), s.timing().rollbackStep())) {
            return Turn.to(s.state(), "%s: next step in %s".formatted(what,
                    s.left(back.stepped().plus(s.timing().rollbackStep()))));
        }
        List<Split> ahead = ahead(s, back);
        Split nearest = ahead.getFirst();
        List<Action> growth = s.scaleFor(back.atOnce() ? ahead.getLast() : nearest);
        List<Split> candidates = back.atOnce() ? ahead.reversed() : List.of(nearest);
        Optional<Split> reach = candidates.stream().filter(split -> s.carries(back.to(), split)).findFirst();
        return reach.map(split -> Turn.to(s.state().at(moved(s, back, split)), "%s, now %s".formatted(what, split)))
                .orElseGet(() -> Turn.to(s.state(), "%s: waits for capacity, %s".formatted(what,
                        s.wanting(back.to(), nearest))))
                .doing(growth);
    }

    /** The rest of the way, in the plan's steps. */
    private static List<Split> ahead(Situation s, Phase.RollingBack back) {
        Direction direction = Direction.towards(back.to());
        List<Step> steps = s.state().plan().steps(direction);
        return steps.subList(s.state().plan().firstStepBeyond(back.split(), direction), steps.size())
                .stream()
                .map(Step::split)
                .toList();
    }

    private static Phase moved(Situation s, Phase.RollingBack back, Split split) {
        return new Phase.RollingBack(back.to(), split, back.atOnce(), back.cause(), s.now(), back.since());
    }

    private static Turn finish(Situation s, Tier to, String what) {
        if (!s.inSync()) {
            return Turn.to(s.state(), what + ": " + s.settling());
        }
        return switch (to) {
            case LAMBDA ->
                Turn.to(s.state().at(new Phase.Quiescing(s.now())), "rolled back to lambda, fargate must fall silent");
            case FARGATE -> Turn.to(s.state().resting(Tier.FARGATE, s.timing(), s.now()), "rolled back to fargate");
        };
    }
}
