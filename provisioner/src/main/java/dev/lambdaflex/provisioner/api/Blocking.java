package dev.lambdaflex.provisioner.api;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import dev.lambdaflex.provisioner.reconcile.Apps;

/** Calls of {@link Apps}, which may block, off the event loop and with a deadline for the one who waits. */
final class Blocking {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Apps apps;

    Blocking(Vertx vertx, Apps apps) {
        this.vertx = vertx;
        this.apps = apps;
    }

    /** A call. */
    @FunctionalInterface
    interface Call<T> {
        T on(Apps apps);
    }

    <T> Future<T> call(Call<T> call) {
        Callable<T> callable = () -> call.on(apps);
        return vertx.executeBlocking(callable, false).timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
