package dev.lambdaflex.weights.migration;

import java.time.Instant;

/** What an observation adds to the state whatever the phase. */
final class Notes {

    private Notes() {}

    static MigrationState take(MigrationState state, Observation seen, Instant now) {
        MigrationState noted = state.with(state.probes().note(seen.lambdaAnswers(), seen.fargateAnswers()))
                .with(change(state, seen, now));
        return seen.lambda().map(lambda -> noted.with(noted.targets().withLambda(lambda.target()))).orElse(noted);
    }

    private static RecordChange change(MigrationState state, Observation seen, Instant now) {
        RecordChange change = state.change();
        boolean underWay = change.id().isPresent() && change.inSync().isEmpty();
        if (!underWay || seen.change().isEmpty()) {
            return change;
        }
        return switch (seen.change().get()) {
            case PENDING -> change;
            case INSYNC -> change.inSync(now);
            // Route 53 may forget an id: the records are asked for a new one.
            case UNKNOWN -> RecordChange.intent(change.wanted(), change.asked());
        };
    }
}
