package dev.lambdaflex.weights.migration;

import java.util.Optional;

import dev.lambdaflex.weights.split.Tier;

/** Held: nothing moves forward. A broken tier is left all the same. */
final class HeldRules {

    private HeldRules() {}

    static Turn decide(Situation s, Phase.Held held) {
        Optional<Turn> failover = RollbackRules.failover(s);
        if (failover.isPresent()) {
            return failover.get();
        }
        return switch (held.reason()) {
            case HoldReason.Paused paused ->
                watched(s, held, "paused by %s%s".formatted(paused.actor(), because(paused.why())), false);
            case HoldReason.ManualWeights manual -> manual(s, held, manual);
            case HoldReason.Inconclusive _ -> watched(s, held, "held for want of evidence", !s.policy().frozen());
            case HoldReason.Blind _ -> blind(s, held);
            case HoldReason.TeardownStuck stuck -> stuck(s, stuck);
            case HoldReason.Drifted drifted -> DriftRules.halted(s, held, drifted);
        };
    }

    private static Turn manual(Situation s, Phase.Held held, HoldReason.ManualWeights manual) {
        if (manual.until().isPresent() && !s.now().isBefore(manual.until().get())) {
            return Turn.to(s.state().at(Resumption.of(held, s)),
                    "the manual split's time is over: automation resumes");
        }
        String end = manual.until().map(until -> "automation resumes in " + s.left(until)).orElse("until resumed");
        return Turn.to(s.state(),
                "set to %s by %s (%s), %s".formatted(manual.split(), manual.actor(), manual.why(), end));
    }

    private static Turn blind(Situation s, Phase.Held held) {
        boolean sees = s.seen().lambdaWindow().isPresent() && s.seen().fargateWindow().isPresent();
        return sees
                ? Turn.to(s.state().at(Resumption.of(held, s)), "metrics can be read again: goes on")
                : watched(s, held, "held, for metrics cannot be read", false);
    }

    private static Turn stuck(Situation s, HoldReason.TeardownStuck stuck) {
        boolean gone = s.seen().fargate().filter(view -> view.status() == FargateView.Status.ABSENT).isPresent();
        return gone
                ? Turn.to(s.state().resting(Tier.LAMBDA, s.timing(), s.now()), "nothing of the Fargate tier is left")
                : Turn.to(s.state(), "the Fargate tier could not be removed: %s; remove what holds it, then retry"
                        .formatted(stuck.detail()));
    }

    /** Looks at the held step as if it went on, but only takes what is allowed: going back always, going on on demand. */
    private static Turn watched(Situation s, Phase.Held held, String why, boolean mayAdvance) {
        if (!(held.resumes() instanceof Phase.Shifting shifting)) {
            return Turn.to(s.state(), why);
        }
        Turn turn = ShiftingRules.watch(s.in(shifting), shifting, mayAdvance);
        return switch (turn.state().phase()) {
            case Phase.Shifting same when same.step() == shifting.step() && same.direction() == shifting.direction() ->
                new Turn(s.state().at(new Phase.Held(held.reason(), same, held.since())), turn.actions(),
                        why + "; " + turn.reason(),
                        turn.gates());
            case Phase.Held again ->
                new Turn(s.state().at(new Phase.Held(held.reason(), again.resumes(), held.since())), turn.actions(),
                        why + "; " + turn.reason(), turn.gates());
            case Phase.Shifting _,Phase.Baking _,Phase.Quiescing _,Phase.RollingBack _ -> turn;
            case Phase.Resting _,Phase.Provisioning _,Phase.Verifying _,Phase.TearingDown _,Phase.RollbackFailed _ ->
                turn;
        };
    }

    private static String because(String why) {
        return why.isBlank() ? "" : " (" + why + ")";
    }
}
