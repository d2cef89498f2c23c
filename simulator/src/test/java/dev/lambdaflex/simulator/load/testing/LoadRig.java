package dev.lambdaflex.simulator.load.testing;

import static org.awaitility.Awaitility.await;

import dev.lambdaflex.simulator.load.Counts;
import dev.lambdaflex.simulator.load.Load;
import dev.lambdaflex.simulator.load.LoadShape;
import dev.lambdaflex.simulator.load.RequestMix;
import dev.lambdaflex.simulator.load.Target;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Starts loads against servers of a test, and waits for them. */
public final class LoadRig implements AutoCloseable {

    public static final String HOST = "shop.lambdaflex.test";
    private static final long PATIENCE_SECONDS = 60;

    private final Vertx vertx = Vertx.vertx();

    public Vertx vertx() {
        return vertx;
    }

    public static Target target(int port) {
        return Target.of("127.0.0.1", port, HOST);
    }

    public Load start(Target target, RequestMix mix) {
        return Load.start(vertx, target, mix, 42);
    }

    /** A load of exactly so many requests, all of them due within a second. */
    public Load burst(Target target, RequestMix mix, int requests) {
        Load load = start(target, mix);
        load.follow(exactly(requests));
        return load;
    }

    /** The account of such a load when all of it has ended. */
    public Counts run(Target target, RequestMix mix, int requests) {
        Load load = burst(target, mix, requests);
        awaitDue(load, requests);
        return end(load);
    }

    /** Half a request more keeps the last one clear of rounding. */
    public static LoadShape exactly(int requests) {
        double rate = requests + 0.5;
        return LoadShape.startingAt(rate).hold(Duration.ofSeconds(1)).to(0, Duration.ZERO);
    }

    public static void awaitDue(Load load, long requests) {
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS).until(() -> load.counts().due() >= requests);
    }

    public static Counts end(Load load) {
        try {
            return load.stop().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new AssertionError("load did not end", late);
        }
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
