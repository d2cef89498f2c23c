package dev.lambdaflex.simulator.plane.balancer;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Notices when nothing has happened for a time. One timer looks again instead of a new one for every sign of life. */
final class Silence {

    private final Vertx vertx;
    private final long limitNanos;
    private final Runnable onSilence;
    private long lastSign = System.nanoTime();
    private long timer;

    Silence(Vertx vertx, Duration limit, Runnable onSilence) {
        this.vertx = vertx;
        this.limitNanos = limit.toNanos();
        this.onSilence = onSilence;
        lookAgainIn(limitNanos);
    }

    void broken() {
        lastSign = System.nanoTime();
    }

    void stopListening() {
        vertx.cancelTimer(timer);
    }

    private void look(long ignored) {
        long left = limitNanos - (System.nanoTime() - lastSign);
        if (left > 0) {
            lookAgainIn(left);
        } else {
            onSilence.run();
        }
    }

    private void lookAgainIn(long nanos) {
        timer = vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos) + 1), this::look);
    }
}
