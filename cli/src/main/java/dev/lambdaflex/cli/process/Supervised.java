package dev.lambdaflex.cli.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.simulator.plane.process.Child;
import dev.lambdaflex.simulator.plane.process.ChildCommand;
import dev.lambdaflex.simulator.plane.process.Children;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs until it is closed: when it dies it is started again, where it served before.
 *
 * <pre>
 *   start --> ready --> (dies) --> start, same ports --> ready ...
 * </pre>
 */
public final class Supervised implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** One that lived for so long did not die of how it was started. */
    private static final Duration STEADY = Duration.ofSeconds(10);

    private final String name;
    private final Children children;
    private final Function<Optional<JsonObject>, List<String>> command;
    private final Map<String, String> environment;
    private final Consumer<String> news;
    private final CompletableFuture<JsonObject> firstReady = new CompletableFuture<>();
    /** Guarded by this. */
    private @Nullable Child child;
    private Optional<JsonObject> served = Optional.empty();
    private Duration pause = FIRST_PAUSE;
    private long startedAt;
    private int deaths;
    private boolean closed;

    private Supervised(String name, Children children, Function<Optional<JsonObject>, List<String>> command,
            Map<String, String> environment, Consumer<String> news) {
        this.name = name;
        this.children = children;
        this.command = command;
        this.environment = environment;
        this.news = news;
    }

    /**
     * Starts a process and waits until it says that it is ready.
     *
     * @param command     makes the command line from where it served before; empty at the first start
     * @param environment what it gets besides the few variables of every child
     * @param news        hears when it died and was started again
     * @throws CommandFailure with its last words when it does not come up
     */
    public static Supervised start(String name, Children children,
            Function<Optional<JsonObject>, List<String>> command, Map<String, String> environment,
            Consumer<String> news) throws InterruptedException {
        Supervised supervised = new Supervised(name, children, command, environment, news);
        supervised.launch();
        supervised.awaitReady();
        return supervised;
    }

    /** Where it served when it said so last. */
    public synchronized JsonObject ready() {
        return served.orElseThrow();
    }

    /** How often it died. */
    public synchronized int deaths() {
        return deaths;
    }

    public synchronized Optional<Long> pid() {
        return Optional.ofNullable(child).filter(Child::running).map(Child::pid);
    }

    /** SIGKILL. It will be started again. */
    public synchronized void kill() {
        if (child != null) {
            child.kill();
        }
    }

    @Override
    public void close() {
        Child last;
        synchronized (this) {
            closed = true;
            last = child;
        }
        if (last != null) {
            last.stop(STOP);
            last.exit().orTimeout(STOP.toMillis() * 2, TimeUnit.MILLISECONDS).exceptionally(_ -> -1).join();
        }
    }

    private synchronized void launch() {
        if (closed) {
            return;
        }
        try {
            startedAt = System.nanoTime();
            Child started = children.start(
                    new ChildCommand(name, command.apply(served), environment), this::said);
            child = started;
            CompletableFuture<Void> _ = started.exit().thenAccept(code -> ended(started, code));
        } catch (IOException e) {
            firstReady.completeExceptionally(
                    new CommandFailure(ExitCode.UNAVAILABLE,
                            "the %s cannot be started: %s".formatted(name, e.getMessage()),
                            e));
        }
    }

    private synchronized void said(String line) {
        Optional<JsonObject> ready = ReadyLine.read(line);
        if (ready.isPresent()) {
            served = ready;
            firstReady.complete(ready.get());
            if (deaths > 0) {
                news.accept("the %s serves again".formatted(name));
            }
        }
    }

    private void ended(Child dead, int code) {
        Duration wait;
        synchronized (this) {
            if (closed || child != dead) {
                return;
            }
            if (!firstReady.isDone()) {
                firstReady.completeExceptionally(new CommandFailure(ExitCode.UNAVAILABLE, lastWords(dead, code)));
                return;
            }
            deaths++;
            boolean steady = System.nanoTime() - startedAt > STEADY.toNanos();
            wait = steady ? FIRST_PAUSE : pause;
            pause = steady ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
        news.accept("the %s died (exit code %d) and is started again".formatted(name, code));
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS).execute(this::launch);
    }

    private void awaitReady() throws InterruptedException {
        try {
            firstReady.get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            close();
            throw e.getCause() instanceof CommandFailure failure
                    ? failure
                    : new CommandFailure(ExitCode.UNAVAILABLE, "the %s did not come up".formatted(name), e);
        } catch (TimeoutException e) {
            close();
            throw new CommandFailure(ExitCode.UNAVAILABLE,
                    "the %s did not come up within %d s".formatted(name, START.toSeconds()), e);
        }
    }

    private String lastWords(Child dead, int code) {
        String words = dead.lastWords().replaceFirst("^lambdaflex: ", "");
        return words.isEmpty() ? "the %s did not come up (exit code %d)".formatted(name, code) : words;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
