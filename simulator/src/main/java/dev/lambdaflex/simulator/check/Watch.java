package dev.lambdaflex.simulator.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.simulator.model.AppTruth;
import dev.lambdaflex.weights.migration.HoldReason;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.plan.Step;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * Checks the invariants of one app. It is told of each write at the moment at which it reaches the cloud, and of each tick's
 * end. Safe from any thread.
 */
public final class Watch {

    /** A policy's lag is three minutes and one more for whole minutes, however shortened. */
    private static final int MINUTES_OF_LAG = 4;

    private final Supplier<AppTruth> truth;
    private final Policy policy;
    private final Duration tick;
    private final Duration sight;
    private final InstantSource clock;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<Tier, Instant> lastHealthy = new EnumMap<>(Tier.class);
    private Optional<Status> last = Optional.empty();
    private Optional<Instant> withoutWeightSince = Optional.empty();
    private boolean requested;
    private long latestTerm;

    /**
     * A watch over one app.
     *
     * @param truth what is really there
     * @param tick  the pause between two ticks, which deadlines are allowed to be late by
     * @param sight what may lie between a look of the reconciler and the change that follows from it: a tier that fell sick
     *              meanwhile could not be known to be sick
     */
    public Watch(Supplier<AppTruth> truth, Policy policy, Duration tick, Duration sight, InstantSource clock) {
        this.truth = truth;
        this.policy = policy;
        this.tick = tick;
        this.sight = sight;
        this.clock = clock;
    }

    public synchronized List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** A person's request was taken: what follows is not automation's doing. */
    public synchronized void requested() {
        requested = true;
    }

    /** Time has passed, or the reconciler looks at the world. */
    synchronized void looks() {
        moment();
    }

    /** The records are about to change. */
    synchronized void changes(RecordSet expected, RecordSet wanted) {
        AppTruth now = truth.get();
        Set<Tier> fit = fit(now);
        Split after = wanted.split().orElse(Split.ALL_LAMBDA);
        checkRise(expected, wanted, fit);
        // I2 is about where traffic goes: a change that sends it where it went before leaves no tier without weight.
        boolean same = expected.split().equals(Optional.of(after));
        boolean someHealthyServes = same || healthy(now).isEmpty() || fit.stream().anyMatch(after::serves);
        require(someHealthyServes, Invariant.I2, "%s leaves no healthy tier with weight".formatted(after));
    }

    /** The zone took a change of a writer of {@code term}. */
    synchronized void changed(long term) {
        require(term >= latestTerm, Invariant.I5,
                "term %d wrote the records after term %d".formatted(term, latestTerm));
        latestTerm = Math.max(latestTerm, term);
    }

    /** The tier is about to be removed. */
    synchronized void removes() {
        AppTruth now = truth.get();
        boolean weight = now.records().split().filter(split -> split.serves(Tier.FARGATE)).isPresent();
        require(!weight, Invariant.I3, "the Fargate tier is removed while it has weight");
        require(now.records().fargate().isEmpty(), Invariant.I4,
                "the Fargate tier is removed while a record leads to it");
        boolean waitedLongEnough = withoutWeightSince
                .filter(since -> !clock.instant().isBefore(since.plus(policy.timing().quietMost())))
                .isPresent();
        boolean askedLately = now.lastFargate()
                .filter(this::couldBeKnown)
                .isPresent();
        require(!askedLately || waitedLongEnough, Invariant.I3,
                "the Fargate tier is removed though it was asked at %s".formatted(now.lastFargate()));
    }

    /** Asked within the quiet period, as far as metrics can tell by now: they come late, and in whole minutes. */
    private boolean couldBeKnown(Instant asked) {
        Duration lag = policy.timing().metricsLag();
        Duration minute = lag.dividedBy(MINUTES_OF_LAG);
        Instant told = clock.instant().minus(lag);
        return asked.isBefore(told) && asked.plus(policy.timing().quiet()).isAfter(told.plus(minute));
    }

    /** A tick has ended. */
    public synchronized void ticked(Status status) {
        moment();
        last.ifPresent(before -> compare(before, status));
        checkRollback(status.state());
        last = Optional.of(status);
        requested = false;
    }

    /** The run has ended at rest on Lambda. */
    public synchronized void ended() {
        int left = truth.get().resources().left();
        require(left == 0, Invariant.I6, "%d resources are left".formatted(left));
    }

    private void moment() {
        AppTruth now = truth.get();
        healthy(now).forEach(tier -> lastHealthy.put(tier, clock.instant()));
        require(now.dangling().isEmpty(), Invariant.I4, "records lead nowhere: " + now.dangling());
        require(now.resources().stacks().size() <= 1, Invariant.I6, "built twice: " + now.resources().stacks());
        boolean weight = now.records().split().filter(split -> split.serves(Tier.FARGATE)).isPresent();
        withoutWeightSince = weight ? Optional.empty() : withoutWeightSince.or(() -> Optional.of(clock.instant()));
    }

    /** What is healthy, or was when the reconciler looked. */
    private Set<Tier> fit(AppTruth now) {
        Set<Tier> fit = healthy(now);
        Instant earliest = clock.instant().minus(sight);
        lastHealthy.forEach((tier, at) -> {
            if (!at.isBefore(earliest)) {
                fit.add(tier);
            }
        });
        return fit;
    }

    private void checkRise(RecordSet expected, RecordSet wanted, Set<Tier> fit) {
        Split after = wanted.split().orElse(Split.ALL_LAMBDA);
        for (Tier tier : Tier.values()) {
            boolean rises = after.share(tier) > share(tier, expected, wanted);
            require(!rises || fit.contains(tier), Invariant.I1,
                    "%s rises to %s and is not healthy".formatted(tier.label(), after.percent(tier)));
        }
    }

    /** Without a record nobody is sent anywhere; a record that leads to another name sends nobody to ours. */
    private static int share(Tier tier, RecordSet records, RecordSet wanted) {
        boolean same = records.record(tier)
                .map(RecordSet.Weighted::target)
                .equals(wanted.record(tier).map(RecordSet.Weighted::target));
        return same ? records.split().map(split -> split.share(tier)).orElse(0) : 0;
    }

    private void compare(Status before, Status after) {
        require(after.version() >= before.version(), Invariant.I5,
                "version %d came after %d".formatted(after.version(), before.version()));
        if (requested) {
            return;
        }
        Split from = before.state().split();
        Split to = after.state().split();
        boolean automatic = !(after.state().phase() instanceof Phase.Held)
                && !(after.state().phase() instanceof Phase.RollingBack)
                && !(after.state().phase() instanceof Phase.RollbackFailed);
        boolean rises = to.compareTo(from) > 0;
        if (automatic && rises && !(before.state().phase() instanceof Phase.Held)) {
            require(to.compareTo(next(after.state(), from)) <= 0, Invariant.I7,
                    "Fargate rose from %s to %s, beyond the plan".formatted(from, to));
        }
        checkHold(before.state(), after);
    }

    private void checkHold(MigrationState before, Status after) {
        if (!(before.phase() instanceof Phase.Held held) || !held.reason().byPerson()) {
            return;
        }
        boolean over = held.reason() instanceof HoldReason.ManualWeights manual
                && manual.until().filter(until -> !after.at().isBefore(until)).isPresent();
        boolean safety = after.state().phase() instanceof Phase.RollingBack;
        require(over || safety || after.state().split().equals(before.split()), Invariant.I9,
                "automation moved what a person holds from %s to %s".formatted(before.split(), after.state().split()));
    }

    private void checkRollback(MigrationState state) {
        if (state.phase() instanceof Phase.RollingBack back) {
            Duration allowed = policy.timing().rollbackDeadline().plus(tick.multipliedBy(3)).plusSeconds(5);
            require(clock.instant().isBefore(back.since().plus(allowed)), Invariant.I8,
                    "a rollback goes on since %s".formatted(back.since()));
        }
    }

    private static Split next(MigrationState state, Split from) {
        return state.plan()
                .rising()
                .stream()
                .map(Step::split)
                .filter(split -> split.compareTo(from) > 0)
                .findFirst()
                .orElse(Split.ALL_FARGATE);
    }

    private static Set<Tier> healthy(AppTruth truth) {
        Set<Tier> healthy = EnumSet.noneOf(Tier.class);
        if (truth.lambdaHealthy()) {
            healthy.add(Tier.LAMBDA);
        }
        if (truth.fargateHealthy()) {
            healthy.add(Tier.FARGATE);
        }
        return healthy;
    }

    private void require(boolean holds, Invariant invariant, String sentence) {
        if (!holds) {
            violations.add(new Violation(clock.instant(), invariant, sentence));
        }
    }
}
