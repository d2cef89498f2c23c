package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.lambdaflex.provisioner.loop.TickLoop;
import dev.lambdaflex.provisioner.reconcile.Apps;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.MigrationStore;
import dev.lambdaflex.provisioner.reconcile.Outcome;
import dev.lambdaflex.provisioner.reconcile.Provisioner;
import dev.lambdaflex.provisioner.reconcile.Reconciler;
import dev.lambdaflex.provisioner.reconcile.Seam;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.simulator.check.Watch;
import dev.lambdaflex.weights.migration.Policy;
import dev.lambdaflex.weights.migration.Request;

/**
 * The provisioner as a process would run it: it can be dropped at any call of a port, with all its memory, and started again
 * from the store.
 */
final class ProvisionerRun implements Apps, AutoCloseable {

    private final String app;
    private final CloudPorts ports;
    private final MigrationStore store;
    private final Policy policy;
    private final Duration pause;
    private final Watch watch;
    private final InstantSource clock = InstantSource.system();
    private volatile Life life;

    ProvisionerRun(String app, CloudPorts ports, MigrationStore store, Policy policy, Duration pause, Watch watch) {
        this.app = app;
        this.ports = ports;
        this.store = store;
        this.policy = policy;
        this.pause = pause;
        this.watch = watch;
        this.life = new Life();
    }

    /** Ends the present provisioner as SIGKILL would, and starts a new one once its lease is over. */
    synchronized void drop() {
        Life dropped = life;
        dropped.die();
        life = new Life();
    }

    @Override
    public List<Status> all() {
        return ask(Provisioner::all);
    }

    @Override
    public Optional<Status> status(String name) {
        return ask(provisioner -> provisioner.status(name));
    }

    @Override
    public Outcome request(String name, Request request, OptionalLong ifVersion) {
        watch.requested();
        try {
            return life.provisioner.request(name, request, ifVersion);
        } catch (Dead _) {
            return new Outcome.Unavailable(
                    "the provisioner of %s was dropped; look before you ask again".formatted(name));
        }
    }

    @Override
    public List<Event> events(String name, long after, int limit) {
        return store.events(name, after, limit);
    }

    @Override
    public void close() {
        life.ticks.close();
    }

    /** Asks the present provisioner; one that dies over the question leaves it to the next. */
    private <T> T ask(Function<Provisioner, T> question) {
        try {
            return question.apply(life.provisioner);
        } catch (Dead _) {
            synchronized (this) {
                return question.apply(life.provisioner);
            }
        }
    }

    /** One provisioner from start to end. */
    private final class Life {

        private final AtomicBoolean dead = new AtomicBoolean();
        private final Provisioner provisioner;
        private final TickLoop ticks;

        Life() {
            // Long enough for a slow tick, short enough that a successor does not wait for long.
            Duration term = pause.multipliedBy(4).plusSeconds(2);
            Reconciler reconciler = new Reconciler(app, "provisioner-" + UUID.randomUUID(), ports, store, policy, term,
                    clock, new Mortal());
            this.provisioner = new Provisioner(List.of(reconciler), store, clock);
            this.ticks = new TickLoop("ticks", pause, this::tick);
        }

        void die() {
            dead.set(true);
            ticks.abandon();
        }

        private void tick() {
            try {
                provisioner.tick();
                if (!dead.get()) {
                    provisioner.status(app).ifPresent(watch::ticked);
                }
            } catch (Dead _) {
                // As intended: a dead process says nothing.
            }
        }

        /** No call of a dead provisioner begins, and none that ends is heard. */
        private final class Mortal implements Seam {
            @Override
            public <T> T pass(String site, Supplier<T> call) {
                if (dead.get()) {
                    throw new Dead();
                }
                T answer = call.get();
                if (dead.get()) {
                    throw new Dead();
                }
                return answer;
            }
        }
    }

    /** No exception, so that nothing on the way catches it. */
    private static final class Dead extends Error {
        private static final long serialVersionUID = 1L;
    }
}
