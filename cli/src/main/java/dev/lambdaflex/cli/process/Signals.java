package dev.lambdaflex.cli.process;

import java.util.concurrent.atomic.AtomicBoolean;

/** What Ctrl-C and SIGTERM do to a command that is under way: it is told, and all that it opened is closed. */
public final class Signals {

    private final AtomicBoolean heeded = new AtomicBoolean(true);

    private Signals() {}

    /** From now on a signal interrupts the present thread and closes {@code closing} before the JVM ends. */
    public static Signals heed(Closing closing) {
        Signals signals = new Signals();
        Thread command = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> signals.came(command, closing), "signal"));
        return signals;
    }

    /** The command is over by itself. */
    public void ignore() {
        heeded.set(false);
    }

    private void came(Thread command, Closing closing) {
        if (heeded.get()) {
            command.interrupt();
            closing.close();
        }
    }
}
