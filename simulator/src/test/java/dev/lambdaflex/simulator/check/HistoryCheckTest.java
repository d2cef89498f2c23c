package dev.lambdaflex.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.lambdaflex.provisioner.reconcile.Event;
import org.junit.jupiter.api.Test;

/** Each rule is broken once here; the standard plan goes 1, 5, 10, 25, 50, 75, 100 %. */
class HistoryCheckTest {

    private static final Duration SLACK = Duration.ofSeconds(30);
    private static final Duration DEADLINE = World.POLICY.timing().rollbackDeadline();

    private final List<Event> events = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void aWholeCycleBreaksNothing() {
        automation("provisioning", 0, 0);
        automation("verifying", 0, 0);
        int[] plan = {1, 5, 10, 25, 50, 75, 100};
        int share = 0;
        for (int next : plan) {
            automation("shifting-up", share, next);
            action("shifting-up", next);
            share = next;
        }
        automation("baking", 100, 100);
        automation("resting-fargate", 100, 100);
        for (int i = plan.length - 2; i >= 0; i--) {
            automation("shifting-down", share, plan[i]);
            share = plan[i];
        }
        automation("shifting-down", 1, 0);
        automation("quiescing", 0, 0);
        automation("resting-lambda", 0, 0);
        assertThat(broken()).isEmpty();
    }

    @Test
    void aNumberThatDoesNotRiseBreaksI5() {
        automation("shifting-up", 0, 1);
        events.add(events.getFirst());
        assertThat(broken()).contains(Invariant.I5);
    }

    @Test
    void aShareThatSomebodyElseMovedBreaksI5() {
        automation("shifting-up", 0, 1);
        automation("shifting-up", 5, 10);
        assertThat(broken()).containsExactly(Invariant.I5);
    }

    @Test
    void twoStepsAtOnceBreakI7() {
        automation("shifting-up", 0, 1);
        automation("shifting-up", 1, 10);
        assertThat(broken()).containsExactly(Invariant.I7);
    }

    @Test
    void aPersonMayGoBeyondThePlan() {
        automation("shifting-up", 0, 1);
        person("shifting-up", 1, 1);
        automation("shifting-up", 1, 100);
        assertThat(broken()).isEmpty();
    }

    @Test
    void aRollbackToFargateMayGoUpAtOnce() {
        automation("shifting-down", 100, 75);
        automation("rolling-back-to-fargate", 75, 100);
        assertThat(broken()).isEmpty();
    }

    @Test
    void aRollbackBeyondItsDeadlineBreaksI8() {
        automation("rolling-back-to-lambda", 25, 10);
        now = now.plus(DEADLINE).plus(SLACK);
        automation("rolling-back-to-lambda", 10, 5);
        assertThat(broken()).as("a few ticks late").isEmpty();
        now = now.plusMillis(1);
        automation("quiescing", 5, 0);
        assertThat(broken()).containsExactly(Invariant.I8);
    }

    @Test
    void aRollbackThatSaysThatItFailedBreaksNothing() {
        automation("rolling-back-to-lambda", 25, 10);
        now = now.plus(DEADLINE.multipliedBy(2));
        automation("rollback-failed", 10, 10);
        assertThat(broken()).isEmpty();
    }

    @Test
    void movingWhatAPersonHoldsBreaksI9() {
        person("held", 10, 30);
        automation("held", 30, 30);
        assertThat(broken()).isEmpty();
        automation("shifting-up", 30, 50);
        assertThat(broken()).containsExactly(Invariant.I9);
    }

    @Test
    void automationMayGoOnWhereAHoldIsOverAndLeaveABrokenTierAnyTime() {
        person("held", 10, 30);
        automation("shifting-up", 30, 30);
        automation("shifting-up", 30, 50);
        person("held", 50, 50);
        automation("rolling-back-to-lambda", 50, 0);
        assertThat(broken()).isEmpty();
    }

    private List<Invariant> broken() {
        return HistoryCheck.of(events, World.POLICY, SLACK).stream().map(Violation::invariant).distinct().toList();
    }

    private void automation(String phase, int before, int after) {
        add(Event.Kind.TRANSITION, "automation", phase, before, after);
    }

    private void action(String phase, int share) {
        add(Event.Kind.ACTION, "automation", phase, share, share);
    }

    private void person(String phase, int before, int after) {
        add(Event.Kind.REQUEST, "anna", phase, before, after);
    }

    private void add(Event.Kind kind, String actor, String phase, int before, int after) {
        events.add(new Event(events.size() + 1, now, "shop", kind, actor, phase, before * 100, after * 100, "text"));
    }
}
