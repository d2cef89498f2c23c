package dev.lambdaflex.cli.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.ExitCode;
import io.vertx.core.json.JsonObject;

/** A process that serves until it is told to end: by Ctrl-C or SIGTERM, or by the end of its parent. */
public final class Serving {

    private final Runnable close;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Serving(Runnable close) {
        this.close = close;
    }

    /**
     * Tells where it serves, in a line for the parent that started this process or by {@code guide} to a person, and waits.
     *
     * @param close ends what serves
     * @return the exit code
     */
    public static int untilEnd(Runnable close, JsonObject where, Console console, Runnable guide)
            throws InterruptedException {
        Serving serving = new Serving(close);
        // The JVM ends with its hooks: everything is closed by then.
        Runtime.getRuntime().addShutdownHook(new Thread(serving::end, "end"));
        ParentGuard.watch(serving::end);
        if (ParentGuard.isChild()) {
            console.line(ReadyLine.of(where));
        } else {
            guide.run();
        }
        serving.ended.await();
        return ExitCode.INTERRUPTED.code();
    }

    private void end() {
        if (closed.compareAndSet(false, true)) {
            close.run();
        }
        ended.countDown();
    }
}
