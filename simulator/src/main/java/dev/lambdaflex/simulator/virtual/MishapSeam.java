package dev.lambdaflex.simulator.virtual;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.Seam;

/** Lets calls fail, and the reconciler die, as the mishaps say. It counts on over all reconcilers of a run. */
final class MishapSeam implements Seam {

    private final Mishaps mishaps;
    private final Supplier<Duration> passed;
    private final List<String> calls = new ArrayList<>();
    private boolean doomed;
    private int failures;
    private int deaths;

    /** The end of a process. An error, so that nobody on the way takes it for a failed call. */
    static final class Death extends Error {

        private static final long serialVersionUID = 1L;

        Death(String site) {
            // No process that is killed leaves a stack trace.
            super("the reconciler died at " + site, null, false, false);
        }
    }

    MishapSeam(Mishaps mishaps, Supplier<Duration> passed) {
        this.mishaps = mishaps;
        this.passed = passed;
    }

    @Override
    public <T> T pass(String site, Supplier<T> call) {
        breathe();
        calls.add(site);
        return switch (mishaps.at(calls.size(), site, passed.get())) {
            case NONE -> call.get();
            case FAILS_BEFORE -> throw failure("no connection to " + site);
            case DIES_BEFORE -> throw death(site);
            case FAILS_AFTER -> {
                var _ = call.get();
                throw failure("no answer from " + site);
            }
            case DIES_AFTER -> {
                var _ = call.get();
                throw death(site);
            }
            case DIES_ANSWERED -> {
                T answer = call.get();
                doomed = true;
                yield answer;
            }
        };
    }

    /** The next thing that the reconciler does, or the end of its tick: one that is doomed does not live to see it. */
    void breathe() {
        if (doomed) {
            doomed = false;
            throw death(calls.getLast());
        }
    }

    /** The names of all calls, in order. */
    List<String> calls() {
        return calls;
    }

    int failures() {
        return failures;
    }

    int deaths() {
        return deaths;
    }

    /**
     * The run is over.
     *
     * @throws IllegalStateException when a planned mishap did not come: the run has shown nothing then
     */
    void ended() {
        if (failures + deaths < mishaps.planned()) {
            throw new IllegalStateException("mishaps that struck in %d calls: %d (expected: %d)".formatted(
                    calls.size(), failures + deaths, mishaps.planned()));
        }
    }

    private CloudException failure(String sentence) {
        failures++;
        return new CloudException(sentence);
    }

    private Death death(String site) {
        deaths++;
        return new Death(site);
    }
}
