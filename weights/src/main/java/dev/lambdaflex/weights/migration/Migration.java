package dev.lambdaflex.weights.migration;

import java.time.Instant;

/** The migration state machine: pure, the same arguments give the same decision. */
public final class Migration {

    private Migration() {}

    /** Decides one tick. */
    public static Decision next(MigrationState state, Observation seen, Policy policy, Instant now) {
        Situation situation = new Situation(Notes.take(state, seen, now), seen, policy, now);
        Turn turn = DriftRules.decide(situation).orElseGet(() -> decide(situation));
        return Records.enforce(ConcurrencyRules.enforce(turn, situation), situation);
    }

    /** Decides what becomes of a person's request. */
    public static Answer apply(MigrationState state, Request request, Observation seen, Policy policy, Instant now) {
        return VerbRules.answer(new Situation(Notes.take(state, seen, now), seen, policy, now), request);
    }

    private static Turn decide(Situation s) {
        return switch (s.state().phase()) {
            case Phase.Resting resting -> RestingRules.decide(s, resting);
            case Phase.Provisioning building -> BuildingRules.provision(s, building);
            case Phase.Verifying verifying -> BuildingRules.verify(s, verifying);
            case Phase.Shifting shifting -> ShiftingRules.decide(s, shifting);
            case Phase.Baking baking -> BakingRules.decide(s, baking);
            case Phase.Quiescing quiescing -> LeavingRules.quiesce(s, quiescing);
            case Phase.TearingDown leaving -> LeavingRules.remove(s, leaving);
            case Phase.RollingBack back -> RollbackRules.decide(s, back);
            case Phase.RollbackFailed failed -> RollbackRules.retry(s, failed);
            case Phase.Held held -> HeldRules.decide(s, held);
        };
    }
}
