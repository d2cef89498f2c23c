package dev.lambdaflex.simulator.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One whole way up and down, again and again, each time with the reconciler killed at another call, or with another call
 * failing.
 */
class DeathAtEachCallTest {

    private static final Set<String> ACTING = Set.of("zone.change", "fargate.build", "fargate.scale",
            "fargate.remove",
            "lambda.reserve");
    /** Looks are many and alike. */
    private static final int EVERY_NTH_LOOK = 8;

    private final RunSettings cycle = ShortWay.settings();
    private final RunResult undisturbed = Runs.of(cycle);

    @Test
    void theUndisturbedWayGoesUpAndDownAndMakesEveryKindOfCall() {
        requireWholeWay(undisturbed, "undisturbed");
        assertThat(undisturbed.calls()).contains("store.acquire", "store.load", "store.save", "store.append",
                "store.confirm", "zone.read", "zone.change", "zone.status", "lambda.observe", "lambda.reserve",
                "fargate.observe",
                "fargate.build", "fargate.scale", "fargate.remove", "probes.answers", "telemetry.window");
        assertThat(undisturbed.restarts()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"DIES_BEFORE", "DIES_AFTER", "DIES_ANSWERED"})
    void theWayEndsTheSameWhereverTheReconcilerDies(Mishaps.Mishap death) {
        List<String> calls = undisturbed.calls();
        for (int call = 1; call <= calls.size(); call++) {
            String what = "%s at call %d, %s".formatted(death, call, calls.get(call - 1));
            RunResult run = Runs.of(cycle.with(Mishaps.once(call, death)));
            assertThat(run.calls().subList(0, call)).as(what).isEqualTo(calls.subList(0, call));
            assertThat(run.restarts()).as(what).isEqualTo(1);
            requireWholeWay(run, what);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS_BEFORE", "FAILS_AFTER"})
    void theWayEndsTheSameWhenOneCallOfTheCloudFails(Mishaps.Mishap failure) {
        List<String> calls = undisturbed.calls();
        for (int call = 1; call <= calls.size(); call++) {
            String site = calls.get(call - 1);
            boolean tried = ACTING.contains(site) || call % EVERY_NTH_LOOK == 0;
            if (tried && !site.startsWith(Mishaps.STORE)) {
                String what = "%s at call %d, %s".formatted(failure, call, site);
                RunResult run = Runs.of(cycle.with(Mishaps.once(call, failure)));
                assertThat(run.lostCalls()).as(what).isEqualTo(1);
                requireWholeWay(run, what);
            }
        }
    }

    @Test
    void aDeathThatIsPlannedForACallThatNeverComesFailsTheRun() {
        long beyond = undisturbed.calls().size() + 1L;
        assertThatThrownBy(() -> Runs.of(cycle.with(Mishaps.once(beyond, Mishaps.Mishap.DIES_BEFORE))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mishaps that struck in %d calls: 0 (expected: 1)".formatted(beyond - 1));
    }

    /** Up once and down once: nothing built twice, nothing left, nothing lost, nothing broken. */
    private static void requireWholeWay(RunResult run, String what) {
        assertThat(run.violations()).as(what).isEmpty();
        assertThat(run.phase()).as(what).isEqualTo("resting-lambda");
        assertThat(run.left()).as(what).isZero();
        assertThat(run.end().raise()).as(what).isEmpty();
        assertThat(run.builds()).as(what).isEqualTo(1);
        assertThat(run.migrationsUp()).as(what).isEqualTo(1);
        assertThat(run.migrationsDown()).as(what).isEqualTo(1);
        assertThat(run.rollbacks()).as(what).isZero();
        assertThat(run.losses().failed()).as(what).isZero();
    }
}
