package dev.lambdaflex.simulator.check;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.simulator.model.AppTruth;
import dev.lambdaflex.weights.migration.Policy;

/**
 * Watches a cloud that only lets itself be looked at: what has changed from one look to the next is told to a {@link Watch}.
 * Looks must come more often than changes do. Safe from any thread.
 */
public final class Onlooker {

    private final Watch watch;
    private Optional<AppTruth> last = Optional.empty();
    private boolean removing;

    /**
     * An onlooker.
     *
     * @param sight what may lie between a look of the reconciler and the change that follows from it
     */
    public Onlooker(Policy policy, Duration tick, Duration sight, InstantSource clock) {
        this.watch = new Watch(() -> last.orElseThrow(), policy, tick, sight, clock);
    }

    /**
     * One look.
     *
     * @param removed whether the tier is being removed
     * @param term    the term of the records' last writer
     */
    public synchronized void sees(AppTruth truth, boolean removed, long term) {
        Optional<AppTruth> before = last;
        last = Optional.of(truth);
        before.filter(known -> !known.records().equals(truth.records()))
                .ifPresent(known -> watch.changes(known.records(), truth.records()));
        watch.changed(term);
        if (removed && !removing) {
            watch.removes();
        }
        removing = removed;
        watch.looks();
    }

    /** The run has ended at rest on Lambda. */
    public synchronized void ended() {
        watch.ended();
    }

    public List<Violation> violations() {
        return watch.violations();
    }
}
