package dev.lambdaflex.simulator.virtual;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.Seam;

/** Lets calls fail, and the reconciler die, as the mishaps say. It counts on over all reconcilers of a run. */
final class MishapSeam implements Seam {

    private final Mishaps mishaps;
    private final Supplier<Duration> passed;
    private final Consumer<String> called;
    private long number;

    /** The end of a process. An error, so that nobody on the way takes it for a failed call. */
    static final class Death extends Error {

        private static final long serialVersionUID = 1L;

        Death(String site) {
            // No process that is killed leaves a stack trace.
            super("the reconciler died at " + site, null, false, false);
        }
    }

    MishapSeam(Mishaps mishaps, Supplier<Duration> passed, Consumer<String> called) {
        this.mishaps = mishaps;
        this.passed = passed;
        this.called = called;
    }

    @Override
    public <T> T pass(String site, Supplier<T> call) {
        number++;
        called.accept(site);
        return switch (mishaps.at(number, site, passed.get())) {
            case NONE -> call.get();
            case FAILS_BEFORE -> throw new CloudException("no connection to " + site);
            case DIES_BEFORE -> throw new Death(site);
            case FAILS_AFTER -> {
                var _ = call.get();
                throw new CloudException("no answer from " + site);
            }
            case DIES_AFTER -> {
                var _ = call.get();
                throw new Death(site);
            }
        };
    }
}
