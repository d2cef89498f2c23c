package dev.lambdaflex.provisioner.loop;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ticks on one virtual thread, with a pause after each tick, so that a slow tick is never followed by a burst. */
public final class TickLoop implements AutoCloseable {

    private final ScheduledExecutorService executor;
    private final ScheduledFuture<?> ticks;

    /** Ticks at once and then {@code pause} after each tick. {@code tick} must not throw. */
    public TickLoop(String name, Duration pause, Runnable tick) {
        executor = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(name).factory());
        ticks = executor.scheduleWithFixedDelay(tick, 0, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends after the tick that is under way. */
    @Override
    public void close() {
        ticks.cancel(false);
        executor.close();
    }

    /** Ends without waiting: as a process that dies, the tick under way is interrupted wherever it is. */
    public void abandon() {
        executor.shutdownNow();
    }
}
