package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
 * @param calls      of the cloud's API, by service
 * @param busiest    the most calls that a service took within one second
 */
record Report(Drill drill, Result outcome, Counts counts, List<Violation> violations, int orphans, List<Step> steps,
        Duration length, double idleBefore, double idleAfter, Map<String, Long> calls, Map<String, Integer> busiest,
        double speed, long seed) {

    static final String ROUTE_53 = "route53";
    /** Route 53: 5 requests a second for each account. */
    static final int ROUTE_53_LIMIT = 5;

    /** One move of the state. */
    record Step(Instant at, Duration since, String phase, int before, int after, String text) {}

    /** The moves that {@code events} tell of. */
    static List<Step> steps(List<Event> events, Instant began) {
        return events.stream()
                .filter(event -> event.kind() == Event.Kind.TRANSITION)
                .map(event -> new Step(event.at(), Duration.between(began, event.at()), event.phase(), event.before(),
                        event.after(), event.text()))
                .toList();
    }

    /** Whether everything is as it must be. */
    boolean good() {
        return counts.lost() == 0 && counts.wrong() == 0 && violations.isEmpty()
                && orphans == 0
                && outcome == drill.expected() && idleAfter == idleBefore && isGentle();
    }

    /** Whether Route 53 was never called more often than it allows. */
    boolean isGentle() {
        return busiest.getOrDefault(ROUTE_53, 0) <= ROUTE_53_LIMIT;
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
