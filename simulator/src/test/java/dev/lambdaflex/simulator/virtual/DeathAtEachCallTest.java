package dev.lambdaflex.simulator.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.lambdaflex.provisioner.store.MemoryStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One whole way up and down, again and again, each time with the reconciler killed at another call. */
class DeathAtEachCallTest {

    private static final Set<String> ACTING = Set.of("zone.change", "fargate.build", "fargate.remove",
            "fargate.scale", "store.save", "store.append", "store.confirm");
    /** Calls that only look are many and alike: each of them does nothing that a restart could find half done. */
    private static final int LOOKS_TRIED = 40;
    private static final Duration BUSY = Duration.ofMinutes(15);
    private static final Duration LENGTH = Duration.ofMinutes(55);

    private final RunSettings cycle = RunSettings.quiet(1, LENGTH)
            .shortened(6)
            .with(passed -> passed.compareTo(BUSY) < 0 ? 250.0 : 2.0);

    @ParameterizedTest
    @EnumSource(names = {"DIES_BEFORE", "DIES_AFTER", "FAILS_BEFORE", "FAILS_AFTER"})
    void aCycleEndsTheSameWhicheverCallTheReconcilerStumblesAt(Mishaps.Mishap mishap) {
        RunResult undisturbed = run(cycle);
        assertThat(undisturbed.calls()).contains("zone.change", "fargate.build",
                "fargate.remove", "store.save", "store.append");
        boolean dies = mishap.name().startsWith("DIES");
        for (int call : calls(undisturbed.calls())) {
            String site = undisturbed.calls().get(call - 1);
            if (dies || !site.startsWith(Mishaps.STORE)) {
                RunResult disturbed = run(cycle.with(Mishaps.once(call, mishap)));
                requireSameEnd(undisturbed, disturbed, "%s at call %d, %s".formatted(mishap, call, site));
                assertThat(disturbed.restarts()).isEqualTo(dies ? 1 : 0);
            }
        }
    }

    private static void requireSameEnd(RunResult undisturbed, RunResult disturbed, String what) {
        assertThat(disturbed.violations()).as(what).isEmpty();
        assertThat(disturbed.phase()).as(what).isEqualTo(undisturbed.phase()).isEqualTo("resting-lambda");
        assertThat(disturbed.left()).as(what).isZero();
        assertThat(disturbed.traffic().lost()).as(what).isZero();
        assertThat(disturbed.rollbacks()).as(what).isZero();
        assertThat(disturbed.migrationsUp()).as(what).isEqualTo(undisturbed.migrationsUp()).isEqualTo(1);
        assertThat(disturbed.migrationsDown()).as(what).isEqualTo(undisturbed.migrationsDown()).isEqualTo(1);
    }

    /** The numbers of all calls that act, and of evenly many of those that look. */
    private static Set<Integer> calls(List<String> sites) {
        Set<Integer> tried = new TreeSet<>();
        List<Integer> looks = new ArrayList<>();
        for (int call = 1; call <= sites.size(); call++) {
            if (ACTING.contains(sites.get(call - 1))) {
                tried.add(call);
            } else {
                looks.add(call);
            }
        }
        int stride = Math.max(1, looks.size() / LOOKS_TRIED);
        for (int i = 0; i < looks.size(); i += stride) {
            tried.add(looks.get(i));
        }
        return tried;
    }

    private static RunResult run(RunSettings settings) {
        try (MemoryStore store = new MemoryStore()) {
            return VirtualRun.run(settings, store);
        }
    }
}
