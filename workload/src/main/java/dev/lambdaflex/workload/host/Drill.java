package dev.lambdaflex.workload.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Misbehaviour on request: on while a file exists. Looks at the disk at most every 100 ms, whatever the load. */
final class Drill {

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Optional<Path> file;
    private final LongSupplier nanoTime;
    private final AtomicLong nextLook;
    private volatile boolean on;

    Drill(Optional<Path> file, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
        this.nextLook = new AtomicLong(nanoTime.getAsLong());
    }

    boolean isOn() {
        file.ifPresent(this::lookWhenDue);
        return on;
    }

    private void lookWhenDue(Path path) {
        long now = nanoTime.getAsLong();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_EVERY_NANOS)) {
            on = Files.exists(path);
        }
    }
}
