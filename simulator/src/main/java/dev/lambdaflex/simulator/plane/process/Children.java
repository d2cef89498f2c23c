package dev.lambdaflex.simulator.plane.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The child processes of this process.
 *
 * <p>None outlives it: each child's stdin is a pipe whose other end only this process holds, so that the kernel closes it
 * when this process ends, by SIGKILL too, and the child ends at the end of its input because
 * {@code LAMBDAFLEX_STOP_WITH_STDIN=true} asks it to.
 */
public final class Children implements AutoCloseable {

    /** Asks a child to end with its stdin. */
    public static final String STOP_WITH_STDIN = "LAMBDAFLEX_STOP_WITH_STDIN";

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration REAPING = Duration.ofSeconds(5);
    /** All that a child inherits: the rest of a developer's environment is none of the workload's business. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "JAVA_HOME");

    private final Set<Child> running = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /**
     * Starts a child.
     *
     * @param onLine hears each line of the child's stdout, on a thread of the child's own
     * @throws IOException when the program cannot be started
     */
    public synchronized Child start(ChildCommand command, Consumer<String> onLine) throws IOException {
        if (closed) {
            throw new IOException("cannot start %s: the children were closed".formatted(command.name()));
        }
        Child child = new Child(command.name(), builder(command).start());
        running.add(child);
        CompletableFuture<Integer> _ = child.exit().whenComplete((_, _) -> running.remove(child));
        child.listen(onLine);
        return child;
    }

    /** Process ids of all children that have not been reaped yet. */
    public List<Long> pids() {
        return running.stream().map(Child::pid).sorted().toList();
    }

    /** Ends all children, with SIGKILL when SIGTERM does not do in two seconds, and starts no more. */
    @Override
    public void close() {
        List<Child> all = closeDoor();
        all.forEach(child -> child.stop(GRACE));
        CompletableFuture<?>[] exits = all.stream().map(Child::exit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(exits).get(GRACE.plus(REAPING).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("children still alive after SIGKILL: " + pids(), e);
        } catch (InterruptedException _) {
            all.forEach(Child::kill);
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Child> closeDoor() {
        closed = true;
        return List.copyOf(running);
    }

    private static ProcessBuilder builder(ChildCommand command) {
        ProcessBuilder builder = new ProcessBuilder(command.command());
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(command.environment());
        builder.environment().put(STOP_WITH_STDIN, "true");
        return builder;
    }
}
