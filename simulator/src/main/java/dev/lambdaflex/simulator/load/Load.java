package dev.lambdaflex.simulator.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * A running load: begins at rest, follows the shape or the rate that it is told last, and ends with {@link #stop}. All methods
 * may be called from any thread.
 */
public final class Load {

    private final Vertx vertx;
    private final Monotonic clock;
    private final Pace pace;
    private final Tally tally;
    private final Generator generator;
    private final Future<String> deployment;
    /** Guarded by this. */
    private @Nullable Future<Counts> stopped;

    private Load(Vertx vertx, Target target, RequestMix mix, long seed) {
        this.vertx = vertx;
        this.clock = new Monotonic();
        this.pace = new Pace(clock.now());
        this.tally = new Tally(clock.now());
        this.generator = new Generator(target, new Calls(mix, seed), pace, tally, clock);
        this.deployment = vertx.deployVerticle(generator);
    }

    /**
     * A load on an event loop of its own. Mix and seed decide which requests are sent, in which order. Should it not start,
     * {@link #stop} says why.
     */
    public static Load start(Vertx vertx, Target target, RequestMix mix, long seed) {
        return new Load(vertx, target, mix, seed);
    }

    /** From now on so many requests per second, until told otherwise. */
    public void rate(double perSecond) {
        follow(LoadShape.constant(perSecond));
    }

    /** From now on this shape, until told otherwise. Its last rate is held. */
    public synchronized void follow(LoadShape shape) {
        if (stopped != null) {
            throw new IllegalStateException("load: stopped (expected: running)");
        }
        turnTo(shape);
    }

    public Counts counts() {
        long now = clock.now();
        return tally.counts(pace.rate(now), now);
    }

    /** No request is due after this call. Completes when all that were sent are answered or timed out. */
    public synchronized Future<Counts> stop() {
        if (stopped == null) {
            turnTo(LoadShape.constant(0));
            stopped = deployment.compose(this::end).map(_ -> counts());
        }
        return stopped;
    }

    private Future<Void> end(String deploymentId) {
        return generator.drain().compose(_ -> vertx.undeploy(deploymentId));
    }

    private void turnTo(LoadShape shape) {
        pace.follow(shape, clock.now());
        generator.wake();
    }
}
