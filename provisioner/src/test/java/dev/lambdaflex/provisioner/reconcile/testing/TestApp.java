package dev.lambdaflex.provisioner.reconcile.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.MigrationStore;
import dev.lambdaflex.provisioner.reconcile.Outcome;
import dev.lambdaflex.provisioner.reconcile.Reconciler;
import dev.lambdaflex.provisioner.reconcile.Seam;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.provisioner.store.MemoryStore;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.migration.Request;
import dev.lambdaflex.weights.migration.Verb;
import dev.lambdaflex.weights.split.Tier;

/** The app {@code shop} with its cloud, its store, and as many reconcilers as a test wants. */
public final class TestApp {

    public static final String SHOP = "shop";
    public static final Duration TICK = Duration.ofSeconds(10);
    public static final Duration TERM = Duration.ofSeconds(30);
    /** Above the threshold of the default policy, and below it. */
    public static final double BUSY = 50;
    public static final double QUIET = 0.1;
    public static final Policy POLICY = Policy.defaults();

    private final VirtualClock clock = new VirtualClock();
    private final FakeCloud cloud = new FakeCloud(clock);
    private final MigrationStore store = new MemoryStore();

    public VirtualClock clock() {
        return clock;
    }

    public FakeCloud cloud() {
        return cloud;
    }

    public MigrationStore store() {
        return store;
    }

    public Reconciler reconciler(String holder, Seam seam) {
        return new Reconciler(SHOP, holder, cloud.ports(), store, POLICY, TERM, clock, seam);
    }

    /** One tick later. */
    public Optional<Status> tick(Reconciler reconciler) {
        clock.move(TICK);
        return reconciler.tick();
    }

    /** Ticks until the phase fits, for a virtual day at most. */
    public Status runUntil(Reconciler reconciler, Predicate<Phase> phase) {
        for (int ticks = 0; ticks < Duration.ofDays(1).dividedBy(TICK); ticks++) {
            Optional<Status> status = tick(reconciler).filter(seen -> phase.test(seen.state().phase()));
            if (status.isPresent()) {
                return status.get();
            }
        }
        throw new AssertionError("still %s after a day".formatted(state().phase()));
    }

    /** Ticks on, {@code time} long. */
    public void run(Reconciler reconciler, Duration time) {
        for (long ticks = time.dividedBy(TICK); ticks > 0; ticks--) {
            var _ = tick(reconciler);
        }
    }

    public Outcome ask(Reconciler reconciler, Verb verb) {
        return reconciler.request(new Request(verb, "alice", "because"), OptionalLong.empty());
    }

    /** The stored state. */
    public MigrationState state() {
        return store.load(SHOP).orElseThrow().state();
    }

    public List<Event> events() {
        return store.events(SHOP, 0, Integer.MAX_VALUE);
    }

    public static boolean restsOn(Phase phase, Tier tier) {
        return phase instanceof Phase.Resting resting && resting.tier() == tier;
    }
}
