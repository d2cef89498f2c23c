package dev.lambdaflex.simulator.plane.process;

import dev.lambdaflex.simulator.plane.sandbox.ErrorOutput;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One child process. */
public final class Child {

    private static final long PIPE_MILLIS = 500;

    private final String name;
    /** Held while the child runs: its stdin would be closed if it were collected, and the child would end. */
    private final Process process;
    private final CompletableFuture<Void> errorsRead = new CompletableFuture<>();
    private final CompletableFuture<Integer> exit;
    private final ErrorOutput errors;

    Child(String name, Process process) {
        this.name = name;
        this.process = process;
        this.exit = process.onExit().thenCompose(ended -> allSaid().thenApply(_ -> ended.exitValue()));
        this.errors = new ErrorOutput("%s [%d]".formatted(name, process.pid()));
    }

    void listen(Consumer<String> onLine) {
        read("stdout", () -> Lines.read(process.getInputStream(), onLine));
        read("stderr", () -> {
            Lines.read(process.getErrorStream(), errors);
            errorsRead.complete(null);
        });
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean running() {
        return process.isAlive();
    }

    /** Completes with the exit code (128 + n after signal n) when the child has ended and its last words were read. */
    public CompletableFuture<Integer> exit() {
        return exit.copy();
    }

    /** The last lines of stderr, for a message about why the child ended; empty when it said nothing. */
    public String lastWords() {
        return errors.lastLines();
    }

    /** SIGTERM now, SIGKILL when the child still runs after {@code stopTimeout}. */
    public void stop(Duration stopTimeout) {
        // Not Process.destroy(): that closes the pipes as well, and the child would see the end of its stdin and stop at
        // once instead of finishing what it does.
        process.toHandle().destroy();
        CompletableFuture<Integer> _ = exit.copy()
                .orTimeout(stopTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> {
                    kill();
                    return -1;
                });
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
    }

    /** The pipe may still hold its last words; a child of its own may hold the pipe open. */
    private CompletableFuture<Void> allSaid() {
        return errorsRead.copy().completeOnTimeout(null, PIPE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void read(String stream, Runnable work) {
        Thread.ofPlatform().daemon().name("%s-%d-%s".formatted(name, pid(), stream)).start(work);
    }

    @Override
    public String toString() {
        return "%s (pid %d)".formatted(name, pid());
    }
}
