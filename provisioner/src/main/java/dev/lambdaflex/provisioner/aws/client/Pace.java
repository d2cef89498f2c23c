package dev.lambdaflex.provisioner.aws.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Keeps calls apart: each takes the next free place on the time line and waits for it. Safe from any thread. */
final class Pace {

    private final Duration between;
    private final Pause pause;
    private final LongSupplier nanoTime;
    private long next;

    Pace(Duration between, Pause pause, LongSupplier nanoTime) {
        this.between = between;
        this.pause = pause;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    void await() {
        long wait = reserve();
        if (wait > 0) {
            pause.pause(Duration.ofNanos(wait));
        }
    }

    private synchronized long reserve() {
        long now = nanoTime.getAsLong();
        // nanoTime may be negative and wrap: only differences are compared.
        long mine = next - now > 0 ? next : now;
        next = mine + between.toNanos();
        return mine - now;
    }
}
