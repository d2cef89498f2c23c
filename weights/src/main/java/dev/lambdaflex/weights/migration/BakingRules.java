package dev.lambdaflex.weights.migration;

import java.time.Instant;
import java.util.Optional;

import dev.lambdaflex.weights.gate.GateReport;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** Fargate serves everything and is watched a while before the migration counts as done. */
final class BakingRules {

    private BakingRules() {}

    static Turn decide(Situation s, Phase.Baking baking) {
        Optional<Turn> failover = RollbackRules.failover(s);
        if (failover.isPresent()) {
            return failover.get();
        }
        if (s.automated() && s.wished(Tier.LAMBDA, Tier.FARGATE) && s.healthy(Tier.LAMBDA)) {
            return Turn.to(s.state().at(Phase.Shifting.begin(Direction.DOWN, 0, s.now())),
                    "turns round: " + s.wish(Tier.FARGATE).orElseThrow().reason());
        }
        if (!s.settled()) {
            return Turn.to(s.state(), "all on fargate: " + s.settling());
        }
        GateReport gates = s.judge(Tier.FARGATE, Split.ALL_FARGATE);
        return byVerdict(s, baking, gates).seeing(gates);
    }

    private static Turn byVerdict(Situation s, Phase.Baking baking, GateReport gates) {
        return switch (gates.verdict()) {
            case HARD_FAIL -> RollbackRules.away(s, Tier.FARGATE, true, gates.sentence());
            case FAIL -> failing(s, baking, gates);
            // Each step has passed before: a bake ends on time, also when little traffic brings little evidence.
            case PASS, INCONCLUSIVE -> watched(s, new Phase.Baking(0, baking.since()), gates);
            case ERROR -> Turn.to(s.state(), "watches fargate: " + gates.sentence());
        };
    }

    private static Turn failing(Situation s, Phase.Baking baking, GateReport gates) {
        Phase.Baking counted = new Phase.Baking(Math.min(ShiftingRules.BAD_TICKS, baking.badTicks() + 1),
                baking.since());
        if (counted.badTicks() >= ShiftingRules.BAD_TICKS) {
            return RollbackRules.away(s.in(counted), Tier.FARGATE, false, gates.sentence());
        }
        return Turn.to(s.state().at(counted), "watches fargate: " + gates.sentence() + ", to be confirmed");
    }

    private static Turn watched(Situation s, Phase.Baking baking, GateReport gates) {
        Instant until = s.settledAt().orElseThrow().plus(s.timing().bake());
        if (s.now().isBefore(until)) {
            return Turn
                    .to(s.state().at(baking),
                            "watches fargate for %s more: %s".formatted(s.left(until), gates.sentence()))
                    .doing(s.scaleFor(Split.ALL_FARGATE));
        }
        return Turn.to(s.state().with(Backoff.NONE).at(new Phase.Resting(Tier.FARGATE, s.now())),
                "migration to fargate completed");
    }
}
