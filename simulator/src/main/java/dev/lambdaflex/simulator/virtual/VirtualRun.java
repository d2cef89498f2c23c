package dev.lambdaflex.simulator.virtual;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.provisioner.reconcile.MigrationStore;
import dev.lambdaflex.provisioner.reconcile.Reconciler;
import dev.lambdaflex.provisioner.reconcile.Seam;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.simulator.check.Watch;
import dev.lambdaflex.simulator.check.WatchedPorts;
import dev.lambdaflex.simulator.model.AppTruth;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.traffic.TrafficCount;
import dev.lambdaflex.simulator.model.traffic.VirtualTraffic;
import dev.lambdaflex.simulator.ports.ModelPorts;
import dev.lambdaflex.weights.migration.HoldReason;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.migration.Request;
import dev.lambdaflex.weights.migration.Verb;

/**
 * One app under a virtual clock, in one thread.
 *
 * <pre>
 *   |------ length: load, faults, mishaps ------|------ no load, no faults ------|
 *   0      tick      tick      tick     ...                          at rest, or 12 h later
 * </pre>
 */
public final class VirtualRun {

    /** A removal that is asked three times, each with its deadline of 30 minutes, takes less than two hours. */
    private static final Duration LONGEST_REST = Duration.ofHours(12);
    private static final int LEASE_TICKS = 3;
    private static final String OPERATOR = "operator";

    private final RunSettings settings;
    private final String app;
    private final VirtualTime clock = new VirtualTime();
    private final Cloud cloud;
    private final VirtualTraffic traffic;
    private final Watch watch;
    private final CloudPorts ports;
    private final MigrationStore store;
    private final MishapSeam seam;
    private final LossJudge losses = new LossJudge();
    private Reconciler reconciler;
    private Status last;
    private Stay stay = Stay.NONE;
    private Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private long ticks;
    private int restarts;

    private VirtualRun(RunSettings settings, MigrationStore empty) {
        this.settings = settings;
        this.app = settings.app().name();
        this.cloud = Cloud.builder(clock, settings.seed()).settings(settings.cloud()).app(settings.app()).build();
        this.traffic = new VirtualTraffic(cloud, app, settings.traffic());
        this.watch = new Watch(this::truth, settings.policy(), settings.tick(), Duration.ZERO, clock);
        this.ports = WatchedPorts.of(ModelPorts.of(cloud, app), watch);
        this.seam = new MishapSeam(settings.mishaps(), clock::passed);
        this.store = empty;
        this.reconciler = made();
        this.last = stored();
    }

    /**
     * Runs to the end.
     *
     * @param store a store without any app
     */
    public static RunResult run(RunSettings settings, MigrationStore store) {
        return new VirtualRun(settings, store).run();
    }

    private RunResult run() {
        while (underLoad() || !rested()) {
            step();
        }
        MigrationState end = last.state();
        if (end.restsOnLambda()) {
            watch.ended();
        }
        seam.ended();
        return new RunResult(settings.seed(), clock.passed(), traffic.total(), ticks, stay, losses.losses(),
                settings.faults(), seam.calls(), seam.failures(), restarts, watch.violations(),
                truth().resources().left(), end, last.reason(), store.events(app, 0, Integer.MAX_VALUE));
    }

    private void step() {
        Instant from = clock.instant();
        double rate = underLoad() ? settings.load().rate(clock.passed()) : 0;
        setFaults(settings.faults().active(clock.passed()));
        clock.move(settings.tick());
        cloud.advance();
        account(traffic.advance(from, clock.instant(), rate));
        ticks++;
        if (settings.forgets()) {
            reconciler = made();
        }
        try {
            reconciler.tick().ifPresent(this::ticked);
            operate();
            seam.breathe();
        } catch (MishapSeam.Death _) {
            restart();
        }
    }

    private void account(TrafficCount served) {
        AppTruth now = truth();
        stay = stay.plus(settings.tick(), now);
        losses.see(served, now, faults, clock.instant());
    }

    private void ticked(Status status) {
        watch.ticked(status);
        last = status;
    }

    /** What a person would do who looks once nothing is wrong any more. */
    private void operate() {
        boolean stuck = last.state().phase() instanceof Phase.Held held
                && held.reason() instanceof HoldReason.TeardownStuck;
        if (stuck && faults.isEmpty()) {
            watch.requested();
            reconciler.request(new Request(new Verb.Retry(), OPERATOR, "nothing holds it any more"),
                    OptionalLong.empty());
        }
    }

    /** A new process knows what is stored and nothing else; it may write once the lease of the dead one has ended. */
    private void restart() {
        restarts++;
        reconciler = made();
        ticked(stored());
    }

    private Reconciler made() {
        return new Reconciler(app, "run-" + restarts, ports, store, settings.policy(),
                settings.tick().multipliedBy(LEASE_TICKS), clock, seam);
    }

    /** Past the seam: this is the run's own look, not a call of the reconciler. */
    private Status stored() {
        return new Reconciler(app, "onlooker", ports, store, settings.policy(), settings.tick(), clock,
                Seam.none()).stored(clock.instant());
    }

    private void setFaults(Set<Fault> wanted) {
        for (Fault fault : Fault.values()) {
            if (wanted.contains(fault) != faults.contains(fault)) {
                cloud.fault(app, fault, wanted.contains(fault));
            }
        }
        faults = wanted;
    }

    private boolean underLoad() {
        return clock.passed().compareTo(settings.length()) < 0;
    }

    /** All given back, and so long at rest that what was asked last cannot send it up again; or it has had all its time. */
    private boolean rested() {
        Duration since = clock.passed().minus(settings.length());
        Duration forgotten = settings.policy().tier().stableWindow().plus(settings.policy().timing().metricsLag());
        boolean calm = since.compareTo(forgotten) > 0;
        boolean back = last.state().restsOnLambda() && last.state().raise().isEmpty();
        return (calm && back) || since.compareTo(LONGEST_REST) > 0;
    }

    private AppTruth truth() {
        return cloud.truth(app);
    }
}
