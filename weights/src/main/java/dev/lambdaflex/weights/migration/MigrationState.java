package dev.lambdaflex.weights.migration;

import java.time.Instant;
import java.util.Optional;

import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.plan.ShiftPlan;
import dev.lambdaflex.weights.plan.Step;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * All that has to survive a crash about one app. Everything else is observed anew at each tick.
 *
 * @param phase   where the app stands
 * @param run     names the present or last migration; tokens of calls are made from it, so that a call repeated after a
 *                crash is recognised
 * @param plan    the plan of that migration
 * @param origin  who started it
 * @param targets what the records lead to
 * @param change  the last change of the records
 * @param probes  health probes that failed in a row
 * @param backoff how long automation waits before the next migration
 * @param raise   what was reserved of Lambda's concurrency for a drain; empty when it is as it was
 */
public record MigrationState(Phase phase, String run, ShiftPlan plan, String origin, Targets targets,
        RecordChange change,
        FailedProbes probes, Backoff backoff, Optional<Raise> raise) {

    /** The origin of what automation does by itself. */
    public static final String AUTOMATION = "automation";

    /** An app that nothing is known about yet: at rest on Lambda. */
    public static MigrationState initial(ShiftPlan plan, Instant now) {
        return new MigrationState(new Phase.Resting(Tier.LAMBDA, now), "none", plan, AUTOMATION, Targets.NONE,
                RecordChange.intent(RecordSet.EMPTY, now), FailedProbes.NONE, Backoff.NONE,
                Optional.empty());
    }

    /** The split that the phase asks for. */
    public Split split() {
        return split(phase);
    }

    /** The records that shall stand; empty until the Lambda target was seen for the first time. */
    public Optional<RecordSet> wantedRecords() {
        if (phase instanceof Phase.Held(HoldReason.Drifted drifted, _, _)) {
            return Optional.of(drifted.found());
        }
        Optional<String> fargate = targets.fargate().filter(_ -> mayHaveFargateRecord(phase));
        return targets.lambda()
                .map(lambda -> fargate.map(target -> RecordSet.of(split(), lambda, target))
                        .orElseGet(() -> RecordSet.lambdaOnly(lambda)));
    }

    /** Whether there is no Fargate tier and none is wanted. */
    public boolean restsOnLambda() {
        return phase instanceof Phase.Resting resting && resting.tier() == Tier.LAMBDA;
    }

    /** The step under way; empty unless shifting. */
    public Optional<Step> step() {
        return phase.active() instanceof Phase.Shifting shifting
                ? Optional.of(plan.steps(shifting.direction()).get(shifting.step()))
                : Optional.empty();
    }

    private Split split(Phase phase) {
        return switch (phase) {
            case Phase.Resting resting -> allOf(resting.tier());
            case Phase.Provisioning _,Phase.Verifying _,Phase.Quiescing _,Phase.TearingDown _ -> Split.ALL_LAMBDA;
            case Phase.Shifting shifting -> plan.steps(shifting.direction()).get(shifting.step()).split();
            case Phase.Baking _ -> Split.ALL_FARGATE;
            case Phase.RollingBack back -> back.split();
            case Phase.RollbackFailed failed -> failed.split();
            case Phase.Held(HoldReason.ManualWeights manual, _, _) -> manual.split();
            case Phase.Held(HoldReason.Drifted drifted, _, _) -> drifted.found().split().orElse(Split.ALL_LAMBDA);
            case Phase.Held held -> split(held.resumes());
        };
    }

    private static boolean mayHaveFargateRecord(Phase phase) {
        return switch (phase) {
            case Phase.Resting resting -> resting.tier() == Tier.FARGATE;
            case Phase.Verifying verifying -> verifying.accepted();
            case Phase.Provisioning _,Phase.TearingDown _ -> false;
            case Phase.Shifting _,Phase.Baking _,Phase.Quiescing _,Phase.RollingBack _,Phase.RollbackFailed _ -> true;
            case Phase.Held held -> mayHaveFargateRecord(held.resumes());
        };
    }

    static Split allOf(Tier tier) {
        return tier == Tier.FARGATE ? Split.ALL_FARGATE : Split.ALL_LAMBDA;
    }

    MigrationState at(Phase next) {
        return new MigrationState(next, run, plan, origin, targets, change, probes, backoff, raise);
    }

    MigrationState started(ShiftPlan withPlan, String by, Instant now) {
        return new MigrationState(phase, "lf-" + now.toEpochMilli(), withPlan, by, targets, change, probes, backoff,
                raise);
    }

    MigrationState with(Targets newTargets) {
        return new MigrationState(phase, run, plan, origin, newTargets, change, probes, backoff, raise);
    }

    MigrationState with(RecordChange newChange) {
        return new MigrationState(phase, run, plan, origin, targets, newChange, probes, backoff, raise);
    }

    MigrationState with(FailedProbes newProbes) {
        return new MigrationState(phase, run, plan, origin, targets, change, newProbes, backoff, raise);
    }

    MigrationState with(Backoff newBackoff) {
        return new MigrationState(phase, run, plan, origin, targets, change, probes, newBackoff, raise);
    }

    MigrationState with(Optional<Raise> newRaise) {
        return new MigrationState(phase, run, plan, origin, targets, change, probes, backoff, newRaise);
    }

    /** The zone took the change that leads to the wanted records and knows it as {@code changeId}. */
    public MigrationState recordsChanged(String changeId, Instant now) {
        return with(change.acknowledged(changeId, now));
    }

    /** At rest on {@code tier}; after a failure, automation's wait begins. */
    MigrationState resting(Tier tier, Timing timing, Instant now) {
        return at(new Phase.Resting(tier, now)).with(backoff.atRest(timing, now));
    }

    /** Shifting in {@code direction} from the split that stands now. */
    Phase shiftOn(Direction direction, Instant now) {
        return Phase.Shifting.begin(direction, plan.firstStepBeyond(split(), direction), now);
    }
}
