package dev.lambdaflex.simulator.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.plan.Step;

/**
 * Reads the history of one app and says where it breaks an invariant:
 *
 * <pre>
 *   I5  each event has a later number than the one before and begins at the share that one left
 *   I7  automation raises Fargate's share by one step of the plan at most
 *   I8  a rollback ends within its deadline or says that it failed
 *   I9  while a person holds the share, automation does not move it, unless to leave a broken tier
 * </pre>
 */
public final class HistoryCheck {

    private static final String HELD = "held";
    private static final String ROLLING_BACK = "rolling-back";
    private static final String ROLLBACK_FAILED = "rollback-failed";

    private final Policy policy;
    private final Duration slack;
    private final List<Violation> violations = new ArrayList<>();
    private Optional<Event> last = Optional.empty();
    private Optional<Instant> backSince = Optional.empty();
    private boolean heldByPerson;

    private HistoryCheck(Policy policy, Duration slack) {
        this.policy = policy;
        this.slack = slack;
    }

    /**
     * The breaches in {@code events}, oldest first.
     *
     * @param slack how late a deadline may be noticed: some ticks
     */
    public static List<Violation> of(List<Event> events, Policy policy, Duration slack) {
        HistoryCheck check = new HistoryCheck(policy, slack);
        events.forEach(check::next);
        return List.copyOf(check.violations);
    }

    private void next(Event event) {
        last.ifPresent(before -> {
            follows(before, event);
            steps(before, event);
        });
        holds(event);
        goesBack(event);
        last = Optional.of(event);
    }

    private void follows(Event before, Event event) {
        require(event.seq() > before.seq(), Invariant.I5, event,
                "event %d came after event %d".formatted(event.seq(), before.seq()));
        require(event.before() == before.after(), Invariant.I5, event,
                "event %d begins at %s, and the one before ended at %s".formatted(event.seq(), percent(event.before()),
                        percent(before.after())));
    }

    private void steps(Event before, Event event) {
        boolean free = event.phase().equals(HELD) || isBack(event.phase()) || before.phase().equals(HELD)
                || before.kind() == Event.Kind.REQUEST;
        if (isAutomatic(event) && !free) {
            int most = nextStep(event.before());
            require(event.after() <= Math.max(most, event.before()), Invariant.I7, event,
                    "Fargate rose from %s to %s (the plan's next step: %s)".formatted(percent(event.before()),
                            percent(event.after()), percent(most)));
        }
    }

    private void holds(Event event) {
        if (event.kind() == Event.Kind.REQUEST) {
            heldByPerson = event.phase().equals(HELD);
        } else if (heldByPerson) {
            boolean moved = event.after() != event.before();
            require(!moved || isBack(event.phase()), Invariant.I9, event,
                    "automation moved what a person holds from %s to %s".formatted(percent(event.before()),
                            percent(event.after())));
            heldByPerson = event.phase().equals(HELD);
        }
    }

    private void goesBack(Event event) {
        boolean goes = event.phase().startsWith(ROLLING_BACK);
        backSince.ifPresent(since -> require(
                event.phase().equals(ROLLBACK_FAILED)
                        || !event.at().isAfter(since.plus(policy.timing().rollbackDeadline()).plus(slack)),
                Invariant.I8, event, "a rollback goes on since %s".formatted(since)));
        backSince = goes ? backSince.or(() -> Optional.of(event.at())) : Optional.empty();
    }

    private int nextStep(int share) {
        return policy.plan()
                .rising()
                .stream()
                .map(Step::split)
                .mapToInt(split -> split.fargateBasisPoints())
                .filter(step -> step > share)
                .findFirst()
                .orElse(10_000);
    }

    private static boolean isAutomatic(Event event) {
        return event.kind() != Event.Kind.REQUEST && event.actor().equals(MigrationState.AUTOMATION);
    }

    private static boolean isBack(String phase) {
        return phase.startsWith(ROLLING_BACK) || phase.equals(ROLLBACK_FAILED);
    }

    private static String percent(int basisPoints) {
        return "%s %%".formatted(basisPoints / 100.0);
    }

    private void require(boolean holds, Invariant invariant, Event event, String sentence) {
        if (!holds) {
            violations.add(new Violation(event.at(), invariant, sentence));
        }
    }
}
