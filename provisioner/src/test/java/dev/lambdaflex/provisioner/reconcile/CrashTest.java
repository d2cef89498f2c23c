package dev.lambdaflex.provisioner.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.lambdaflex.provisioner.reconcile.testing.FakeCloud;
import dev.lambdaflex.provisioner.reconcile.testing.ScriptedSeam;
import dev.lambdaflex.provisioner.reconcile.testing.TestApp;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Tier;

/** The process ends before or after each call of a whole way up and down, and the next one finds what is stored. */
class CrashTest {

    private static final Set<String> ACTING = Set.of("store.save", "store.append", "store.confirm", "zone.change",
            "fargate.build", "fargate.scale", "fargate.remove");
    /** Of the many calls that only look, one in so many. */
    private static final int STRIDE = 199;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSameEndIsReachedWhereverTheProcessEnds(boolean before) {
        ScriptedSeam undisturbed = new ScriptedSeam();
        cycle(new TestApp(), undisturbed);
        List<String> calls = undisturbed.calls();
        IntStream.rangeClosed(1, calls.size())
                .filter(number -> ACTING.contains(calls.get(number - 1)) || number % STRIDE == 0)
                .forEach(number -> crashed(number, before, calls.get(number - 1)));
    }

    private static void crashed(int number, boolean before, String site) {
        TestApp app = new TestApp();
        ScriptedSeam seam = new ScriptedSeam();
        seam.dieAt(number, before);
        cycle(app, seam);
        String what = "%s call %d, %s".formatted(before ? "before" : "after", number, site);
        assertThat(app.cloud().zone().records()).as(what).isEqualTo(RecordSet.lambdaOnly(FakeCloud.GATEWAY));
        assertThat(app.cloud().fargate().builds()).as(what).isEqualTo(1);
        assertThat(app.state().restsOnLambda()).as(what).isTrue();
        assertThat(app.cloud().fargate().observe().target()).as(what).isEmpty();
    }

    private static void cycle(TestApp app, ScriptedSeam seam) {
        Life life = new Life(app, seam);
        app.cloud().load(TestApp.BUSY);
        life.runUntilAtRestOn(Tier.FARGATE);
        app.cloud().load(TestApp.QUIET);
        life.runUntilAtRestOn(Tier.LAMBDA);
    }

    /** A reconciler that is made anew when it has died. */
    private static final class Life {

        private final TestApp app;
        private final ScriptedSeam seam;
        private Reconciler reconciler;

        Life(TestApp app, ScriptedSeam seam) {
            this.app = app;
            this.seam = seam;
            this.reconciler = app.reconciler("first", seam);
        }

        void runUntilAtRestOn(Tier tier) {
            for (long ticks = Duration.ofHours(6).dividedBy(TestApp.TICK); ticks > 0; ticks--) {
                boolean there = tick() && TestApp.restsOn(app.state().phase(), tier);
                if (there) {
                    return;
                }
            }
            throw new AssertionError("not at rest on %s: %s".formatted(tier, app.state().phase()));
        }

        private boolean tick() {
            try {
                return app.tick(reconciler).isPresent();
            } catch (ScriptedSeam.Death _) {
                reconciler = app.reconciler("second", seam);
                return false;
            }
        }
    }
}
