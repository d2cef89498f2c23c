package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.cli.follow.Chronicle;
import dev.lambdaflex.cli.follow.Moment;
import dev.lambdaflex.cli.load.Hill;
import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.simulator.backstage.Scene;
import dev.lambdaflex.simulator.load.Counts;
import dev.lambdaflex.simulator.load.Load;
import dev.lambdaflex.simulator.load.RequestMix;
import dev.lambdaflex.simulator.load.Target;
import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Vertx;

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

    private static final Hill HILL = Hill.USUAL;
    /** Far more than a cycle takes. */
    static final Duration LIMIT = Duration.ofMinutes(5);
    /** Fargate at rest, seen by a person. */
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final String RESTING_LAMBDA = "resting-lambda";
    private static final String RESTING_FARGATE = "resting-fargate";
    private static final String SHIFTING_UP = "shifting-up";
    private static final String SHIFTING_DOWN = "shifting-down";
    private static final String QUIESCING = "quiescing";
    /** Builds that fail before the load gives up. */
    private static final int FAILED_BUILDS = 2;

    private final Town town;
    private final Drill drill;
    private final Progress progress;
    private final Chronicle chronicle;
    private final Lookout lookout;
    private final Vertx vertx;
    private final Duration limit;
    private final Instant began = Instant.now();

    OnceRun(Town town, Drill drill, Progress progress, Chronicle chronicle, Lookout lookout, Vertx vertx,
            Duration limit) {
        this.town = town;
        this.drill = drill;
        this.progress = progress;
        this.chronicle = chronicle;
        this.lookout = lookout;
        this.vertx = vertx;
        this.limit = limit;
    }

    /** Runs the cycle to its end. */
    Report run() throws InterruptedException {
        Target target = Target.of("127.0.0.1", town.edgePort(), town.options().app().host());
        double idleBefore = scene().truth().idleCost().total();
        Load load = Load.start(vertx, target, RequestMix.usual(), town.options().seed());
        town.backstage().sick(Tier.LAMBDA, false);
        town.backstage().fault(Fault.CREATION_FAILS, drill == Drill.PROVISIONING);
        load.follow(HILL.up());
        boolean intime = cycle(load);
        load.rate(0);
        Counts counts = load.stop().toCompletionStage().toCompletableFuture().join();
        boolean empty = await(load, () -> scene().processes().isEmpty());
        if (intime && empty) {
            lookout.ended();
        }
        progress.end();
        Scene end = scene();
        return new Report(drill, intime && empty ? result() : Result.TIMED_OUT, counts,
                lookout.violations(chronicle), end.left(), Report.steps(chronicle.told(), began),
                Duration.between(began, Instant.now()), idleBefore, end.truth().idleCost().total(), end.calls(),
                end.busiest(), town.options().speed(), town.options().seed());
    }

    private boolean cycle(Load load) throws InterruptedException {
        boolean peakOver = switch (drill) {
            case NONE -> fargateServes(load);
            case PROVISIONER -> at25(load) && killed() && fargateServes(load);
            case FARGATE -> at25(load) && sick(Tier.FARGATE, true) && phase(load, QUIESCING);
            case PROVISIONING -> await(load, () -> now().filter(app -> app.failures() >= FAILED_BUILDS).isPresent());
            case LAMBDA -> fargateServes(load);
        };
        if (!peakOver) {
            return false;
        }
        load.follow(HILL.down());
        boolean drained = switch (drill) {
            case LAMBDA -> lambdaBreaks(load) && phase(load, QUIESCING);
            case NONE, PROVISIONER -> phase(load, QUIESCING);
            case FARGATE, PROVISIONING -> true;
        };
        if (drained) {
            load.follow(HILL.away());
        }
        return drained && phase(load, RESTING_LAMBDA);
    }

    private boolean fargateServes(Load load) throws InterruptedException {
        return phase(load, RESTING_FARGATE) && pause(load, REST);
    }

    private boolean at25(Load load) throws InterruptedException {
        return await(load, () -> now()
                .filter(app -> app.phase().equals(SHIFTING_UP) && app.wanted() == 25 && app.inSync())
                .isPresent());
    }

    private boolean killed() {
        progress.note("SIGKILL to the provisioner, in mid-step");
        town.provisioner().kill();
        return true;
    }

    private boolean sick(Tier tier, boolean whether) throws InterruptedException {
        progress.note(tier.label() + (whether ? " turns bad" : " recovers"));
        return town.backstage().sick(tier, whether);
    }

    private boolean lambdaBreaks(Load load) throws InterruptedException {
        return await(load, () -> now()
                .filter(app -> app.phase().equals(SHIFTING_DOWN) && app.step() >= 2)
                .isPresent())
                && sick(Tier.LAMBDA, true) && phase(load, RESTING_FARGATE) && pause(load, REST)
                && sick(Tier.LAMBDA, false);
    }

    private Result result() {
        List<Event> events = chronicle.told();
        boolean completed = events.stream().anyMatch(event -> event.phase().equals(RESTING_FARGATE));
        boolean served = events.stream().anyMatch(event -> event.after() > 0);
        return completed ? Result.COMPLETED : served ? Result.ROLLED_BACK : Result.STAYED_ON_LAMBDA;
    }

    private boolean phase(Load load, String wanted) throws InterruptedException {
        return await(load, () -> now().filter(app -> app.phase().equals(wanted)).isPresent());
    }

    private boolean pause(Load load, Duration time) throws InterruptedException {
        Instant until = Instant.now().plus(time);
        return await(load, () -> Instant.now().isAfter(until));
    }

    @FunctionalInterface
    private interface Reached {
        boolean now() throws InterruptedException;
    }

    /** Waits until {@code reached}, showing progress; false when the run's time is over before. */
    private boolean await(Load load, Reached reached) throws InterruptedException {
        while (!reached.now()) {
            if (Instant.now().isAfter(began.plus(limit))) {
                return false;
            }
            progress.show(now(), load.counts(), Duration.between(began, Instant.now()));
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }

    private Optional<Moment> now() throws InterruptedException {
        return chronicle.now();
    }

    /** What is there; the cloud is started again when it is dead, and then it answers. */
    private Scene scene() throws InterruptedException {
        return lookout.now().orElseThrow(() -> new IllegalStateException("the cloud has not answered yet"));
    }
}
