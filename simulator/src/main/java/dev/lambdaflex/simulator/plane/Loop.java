package dev.lambdaflex.simulator.plane;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * One event loop that a part of the data plane lives on. State that is touched only inside the loop needs no lock, and
 * sockets opened inside it are closed with it.
 */
public final class Loop {

    private final Vertx vertx;
    private final Context context;
    private final Thread thread;
    private final String deployment;

    private Loop(Vertx vertx, Home home, String deployment) {
        this.vertx = vertx;
        this.context = home.context;
        this.thread = home.thread;
        this.deployment = deployment;
    }

    private record Home(Context context, Thread thread) {}

    public static Future<Loop> create(Vertx vertx) {
        AtomicReference<Home> home = new AtomicReference<>();
        return vertx.deployVerticle(context -> {
            home.set(new Home(context, Thread.currentThread()));
            return Future.succeededFuture();
        }).map(id -> new Loop(vertx, requireNonNull(home.get()), id));
    }

    public Vertx vertx() {
        return vertx;
    }

    public boolean isHere() {
        return Thread.currentThread() == thread;
    }

    /** Runs {@code work} inside the loop: at once when the caller is there already. */
    public void execute(Runnable work) {
        if (isHere()) {
            work.run();
        } else {
            context.runOnContext(_ -> work.run());
        }
    }

    /** Runs {@code work} inside the loop and hands on its result. */
    public <T> Future<T> call(Supplier<Future<T>> work) {
        if (isHere()) {
            return work.get();
        }
        Promise<T> result = Promise.promise();
        context.runOnContext(_ -> Future.succeededFuture().compose(_ -> work.get()).onComplete(result));
        return result.future();
    }

    /** Closes all sockets that were opened inside the loop. */
    public Future<Void> close() {
        return vertx.undeploy(deployment);
    }
}
