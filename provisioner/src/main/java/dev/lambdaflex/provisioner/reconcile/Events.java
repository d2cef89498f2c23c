package dev.lambdaflex.provisioner.reconcile;

import java.time.Instant;
import java.util.List;

import dev.lambdaflex.weights.migration.Action;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.migration.PhaseLabel;

/** What is worth a line in the history: moves of the state, calls that change the world, and requests; not every count. */
final class Events {

    private Events() {}

    static List<Event> transition(String app, MigrationState before, MigrationState after, String reason, Instant now) {
        return place(before.phase()).equals(place(after.phase()))
                ? List.of()
                : List.of(event(app, Event.Kind.TRANSITION, MigrationState.AUTOMATION, before, after, reason, now));
    }

    static Event request(String app, String actor, MigrationState before, MigrationState after, String text,
            Instant now) {
        return event(app, Event.Kind.REQUEST, actor, before, after, text, now);
    }

    static Event action(String app, MigrationState state, String text, Instant now) {
        return event(app, Event.Kind.ACTION, MigrationState.AUTOMATION, state, state, text, now);
    }

    static Event failure(String app, MigrationState state, String text, Instant now) {
        return event(app, Event.Kind.FAILURE, MigrationState.AUTOMATION, state, state, text, now);
    }

    static String describe(Action action) {
        return switch (action) {
            case Action.ChangeRecords change when change.expected().equals(change.wanted()) ->
                "confirms the records " + change.wanted().weights();
            case Action.ChangeRecords change ->
                "changes the records from %s to %s".formatted(change.expected().weights(), change.wanted().weights());
            case Action.BuildFargate build ->
                "asks for a Fargate tier of %d tasks (%s)".formatted(build.tasks(), build.token());
            case Action.ScaleFargate scale -> "asks for %d tasks".formatted(scale.tasks());
            case Action.ReserveLambda reserve ->
                "reserves %d environments for Lambda".formatted(reserve.environments());
            case Action.RemoveFargate remove ->
                "asks for the removal of the Fargate tier (%s)".formatted(remove.token());
        };
    }

    private static Event event(String app, Event.Kind kind, String actor, MigrationState before, MigrationState after,
            String text, Instant now) {
        return new Event(0, now, app, kind, actor, PhaseLabel.of(after.phase()), before.split().fargateBasisPoints(),
                after.split().fargateBasisPoints(), text);
    }

    /** Where a phase stands, without what merely counts. */
    private static String place(Phase phase) {
        return PhaseLabel.of(phase) + switch (phase) {
            case Phase.Shifting shifting -> "/" + shifting.step();
            case Phase.Verifying verifying -> "/" + verifying.accepted();
            case Phase.RollingBack back -> "/" + back.split();
            case Phase.RollbackFailed failed -> "/" + failed.split();
            case Phase.TearingDown leaving -> "/" + leaving.attempt();
            case Phase.Held held -> "/" + held.reason();
            case Phase.Resting _,Phase.Provisioning _,Phase.Baking _,Phase.Quiescing _ -> "";
        };
    }
}
