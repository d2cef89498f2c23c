package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.simulator.load.Counts;
import dev.lambdaflex.simulator.load.Load;
import dev.lambdaflex.simulator.load.LoadShape;
import dev.lambdaflex.simulator.load.RequestMix;
import dev.lambdaflex.simulator.load.Target;
import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.weights.migration.MigrationState;
import dev.lambdaflex.weights.migration.Phase;
import dev.lambdaflex.weights.plan.Direction;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * One whole cycle under load.
 *
 * <pre>
 *   load    /‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾\_______________
 *           rises   peak        falls  low     nothing
 *   tiers   Lambda … Fargate is built, takes over … drained, removed … nothing runs
 * </pre>
 */
final class OnceRun {

    private static final double PEAK = 300;
    private static final double LOW = 45;
    /** The first environments start while hardly anybody waits for them. */
    private static final double FIRST = 20;
    private static final Duration FIRST_RISE = Duration.ofSeconds(4);
    private static final Duration RISE = Duration.ofSeconds(9);
    private static final Duration FALL = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** Fargate at rest, seen by a person. */
    private static final Duration REST = Duration.ofSeconds(1);
    /** Builds that fail before the load gives up. */
    private static final int FAILED_BUILDS = 2;

    private final Town town;
    private final Drill drill;
    private final Progress progress;
    private final Instant began = Instant.now();
    private long eventsSeen;

    OnceRun(Town town, Drill drill, Progress progress) {
        this.town = town;
        this.drill = drill;
        this.progress = progress;
    }

    /** Runs the cycle to its end. */
    Report run() {
        eventsSeen = newest();
        Target target = Target.of("127.0.0.1", town.edge().port(), town.options().app().host());
        double idleBefore = idleCost();
        Load load = Load.start(town.vertx(), target, RequestMix.usual(), town.options().seed());
        town.cloud().sick(Tier.LAMBDA, false);
        town.cloud().model().fault(app(), Fault.CREATION_FAILS, drill == Drill.PROVISIONING);
        load.follow(LoadShape.startingAt(0).to(FIRST, FIRST_RISE).to(PEAK, RISE));
        boolean intime = cycle(load);
        load.rate(0);
        Counts counts = load.stop().toCompletionStage().toCompletableFuture().join();
        boolean empty = await(load, () -> town.cloud().workloadProcesses().isEmpty());
        if (intime && empty) {
            town.watch().ended();
        }
        progress.end();
        return Report.of(town, drill, intime && empty ? result() : Result.TIMED_OUT, counts, events(), began,
                idleBefore, idleCost());
    }

    private boolean cycle(Load load) {
        boolean peakOver = switch (drill) {
            case NONE -> fargateServes(load);
            case PROVISIONER -> at25(load) && dropped() && fargateServes(load);
            case FARGATE -> at25(load) && sick(Tier.FARGATE, true) && phase(load, OnceRun::quiescing);
            case PROVISIONING -> await(load, () -> failures() >= FAILED_BUILDS);
            case LAMBDA -> fargateServes(load);
        };
        if (!peakOver) {
            return false;
        }
        load.follow(LoadShape.startingAt(PEAK).to(LOW, FALL));
        boolean drained = switch (drill) {
            case LAMBDA -> lambdaBreaks(load) && phase(load, OnceRun::quiescing);
            case NONE, PROVISIONER -> phase(load, OnceRun::quiescing);
            case FARGATE, PROVISIONING -> true;
        };
        if (drained) {
            load.follow(LoadShape.startingAt(LOW).to(0, FALL));
        }
        return drained && phase(load, OnceRun::restsOnLambda);
    }

    private boolean fargateServes(Load load) {
        return phase(load, OnceRun::restsOnFargate) && pause(load, REST);
    }

    private boolean at25(Load load) {
        return await(load, () -> status().state().phase() instanceof Phase.Shifting
                && status().state().split().equals(Split.ofPercent(25))
                && status().state().change().inSync().isPresent());
    }

    private boolean dropped() {
        progress.note("the provisioner is dropped in mid-step, with all its memory");
        town.provisioner().drop();
        return true;
    }

    private boolean sick(Tier tier, boolean whether) {
        progress.note(tier.label() + (whether ? " turns bad" : " recovers"));
        town.cloud().sick(tier, whether);
        return true;
    }

    private boolean lambdaBreaks(Load load) {
        return phase(load,
                phase -> phase instanceof Phase.Shifting shifting && shifting.direction() == Direction.DOWN
                        && shifting.step() >= 1)
                && sick(Tier.LAMBDA, true) && phase(load, OnceRun::restsOnFargate) && pause(load, REST)
                && sick(Tier.LAMBDA, false);
    }

    private int failures() {
        return status().state().backoff().failures();
    }

    private Result result() {
        List<Event> events = events();
        boolean completed = events.stream().anyMatch(event -> event.phase().equals("resting-fargate"));
        boolean served = events.stream().anyMatch(event -> event.after() > 0);
        return completed ? Result.COMPLETED : served ? Result.ROLLED_BACK : Result.STAYED_ON_LAMBDA;
    }

    private boolean phase(Load load, Predicate<Phase> wanted) {
        return await(load, () -> wanted.test(status().state().phase()));
    }

    private boolean pause(Load load, Duration time) {
        Instant until = Instant.now().plus(time);
        return await(load, () -> Instant.now().isAfter(until));
    }

    /** Waits until {@code reached}, showing progress; false when the run's time is over before. */
    private boolean await(Load load, BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            if (Instant.now().isAfter(began.plus(LIMIT)) || Thread.currentThread().isInterrupted()) {
                return false;
            }
            progress.show(status(), load.counts(), Duration.between(began, Instant.now()));
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return true;
    }

    private Status status() {
        return town.provisioner().status(app()).orElseThrow();
    }

    private List<Event> events() {
        return town.provisioner().events(app(), eventsSeen, 10_000);
    }

    private long newest() {
        List<Event> old = town.provisioner().events(app(), 0, Integer.MAX_VALUE);
        return old.isEmpty() ? 0 : old.getLast().seq();
    }

    private double idleCost() {
        return town.cloud().model().truth(app()).idleCost().total();
    }

    private String app() {
        return town.options().app().name();
    }

    private static boolean restsOnFargate(Phase phase) {
        return phase instanceof Phase.Resting resting && resting.tier() == Tier.FARGATE;
    }

    private static boolean restsOnLambda(Phase phase) {
        return phase instanceof Phase.Resting resting && resting.tier() == Tier.LAMBDA;
    }

    private static boolean quiescing(Phase phase) {
        return phase instanceof Phase.Quiescing;
    }
}
