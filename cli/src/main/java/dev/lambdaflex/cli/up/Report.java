package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.simulator.check.Violation;
import dev.lambdaflex.simulator.load.Counts;
import dev.lambdaflex.simulator.load.Outcome;
import dev.lambdaflex.simulator.load.Trouble;

/**
 * What a run has shown.
 *
 * @param orphans    resources and processes that are left
 * @param steps      the moves of the state, in order
 * @param idleBefore what the app costs in an hour when nobody asks it, before the run
 * @param idleAfter  the same after it
 */
record Report(Drill drill, Result outcome, Counts counts, List<Violation> violations, int orphans, List<Step> steps,
        Duration length,
        double idleBefore, double idleAfter, double speed, long seed) {

    /** One move of the state. */
    record Step(Instant at, Duration since, String phase, int before, int after, String text) {}

    static Report of(Town town, Drill drill, Result outcome, Counts counts, List<Event> events, Instant began,
            double idleBefore,
            double idleAfter) {
        int left = town.cloud().model().truth(town.options().app().name()).resources().left()
                + town.cloud().workloadProcesses().size();
        List<Step> steps = events.stream()
                .filter(event -> event.kind() == Event.Kind.TRANSITION)
                .map(event -> new Step(event.at(), Duration.between(began, event.at()), event.phase(), event.before(),
                        event.after(), event.text()))
                .toList();
        return new Report(drill, outcome, counts, town.watch().violations(), left, steps,
                Duration.between(began, Instant.now()), idleBefore,
                idleAfter, town.options().speed(), town.options().seed());
    }

    /** Whether everything is as it must be. */
    boolean good() {
        return counts.lost() == 0 && counts.wrong() == 0 && violations.isEmpty()
                && orphans == 0
                && outcome == drill.expected() && idleAfter == idleBefore;
    }

    List<Trouble> indeterminate() {
        return counts.troubles()
                .stream()
                .filter(trouble -> trouble.outcome() instanceof Outcome.Indeterminate)
                .toList();
    }

    List<Trouble> failed() {
        return counts.troubles()
                .stream()
                .filter(trouble -> !(trouble.outcome() instanceof Outcome.Indeterminate))
                .toList();
    }
}
