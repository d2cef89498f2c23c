package dev.lambdaflex.weights.migration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** Every phase there is, in each of its shapes. */
final class Phases {

    private static final HoldReason DRIFTED = new HoldReason.Drifted(
            RecordSet.of(Split.ofPercent(40), "apigw", "alb"));

    private Phases() {}

    static List<Phase> all(Instant since) {
        List<Phase> phases = new ArrayList<>(free(since));
        for (Phase phase : free(since)) {
            if (!(phase instanceof Phase.RollingBack) && !(phase instanceof Phase.RollbackFailed)) {
                phases.addAll(held(phase, since));
            }
        }
        return phases;
    }

    private static List<Phase> free(Instant since) {
        List<Phase> phases = new ArrayList<>(
                List.of(new Phase.Resting(Tier.LAMBDA, since), new Phase.Resting(Tier.FARGATE, since),
                        new Phase.Provisioning(since), new Phase.Verifying(false, since),
                        new Phase.Verifying(true, since), new Phase.Baking(0, since),
                        new Phase.Baking(1, since), new Phase.Quiescing(since), Phase.TearingDown.begin(since, since),
                        Phase.TearingDown.begin(since.plusSeconds(3600), since),
                        new Phase.TearingDown(5, Optional.of(since), since, since)));
        for (Direction direction : Direction.values()) {
            for (int step = 0; step < ShiftPlan.standard().steps(direction).size(); step++) {
                phases.add(Phase.Shifting.begin(direction, step, since));
            }
            phases.add(new Phase.Shifting(direction, 2, 1, 4, true, since));
        }
        for (Tier to : Tier.values()) {
            phases.add(new Phase.RollingBack(to, Split.ofPercent(25), true, "cause", since, since));
            phases.add(new Phase.RollingBack(to, Split.ofPercent(25), false, "cause", since, since));
            phases.add(new Phase.RollbackFailed(
                    new Phase.RollingBack(to, Split.ofPercent(25), false, "cause", since, since), since));
        }
        return phases;
    }

    private static List<Phase> held(Phase resumes, Instant since) {
        return List.of(new Phase.Held(new HoldReason.Paused("alice", "why"), resumes, since),
                new Phase.Held(
                        new HoldReason.ManualWeights(Split.ofPercent(30), "alice", "why",
                                Optional.of(since.plusSeconds(600)), Set.of()),
                        resumes, since),
                new Phase.Held(new HoldReason.Inconclusive(), resumes, since),
                new Phase.Held(new HoldReason.Blind(), resumes, since),
                new Phase.Held(new HoldReason.TeardownStuck("eni"), resumes, since),
                new Phase.Held(DRIFTED, resumes, since),
                new Phase.Held(DRIFTED, new Phase.Held(new HoldReason.Paused("alice", "why"), resumes, since), since));
    }
}
