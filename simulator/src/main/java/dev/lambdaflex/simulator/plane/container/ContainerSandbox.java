package dev.lambdaflex.simulator.plane.container;

import dev.lambdaflex.simulator.plane.sandbox.ErrorOutput;
import dev.lambdaflex.simulator.plane.sandbox.Sandbox;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One container, from its creation to its removal.
 *
 * <pre>
 *   create --> attach --> start --> address --> lines ... --> (exits) --> removed by the engine
 * </pre>
 */
final class ContainerSandbox implements Sandbox {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerSandbox.class);
    private static final Executor THREADS = work -> Thread.ofVirtual().name("container").start(work);

    private final Engine engine;
    private final Place place;
    private final String name;
    private final ErrorOutput errors;
    /** Its id, once it has been started. */
    private final CompletableFuture<String> started = new CompletableFuture<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private volatile String host = "";

    ContainerSandbox(Engine engine, Place place, String name) {
        this.engine = engine;
        this.place = place;
        this.name = name;
        this.errors = new ErrorOutput(name);
    }

    /** Creates and starts it, and returns before that is done. */
    void live(JsonObject description, Consumer<String> onLine) {
        THREADS.execute(() -> {
            try {
                liveAndEnd(description, onLine);
            } catch (IOException e) {
                refuse(e);
            } catch (RuntimeException e) {
                LOG.error("{} could not run because of a bug", name, e);
                refuse(new IOException("a bug kept %s from running".formatted(name), e));
            }
        });
    }

    /** It will not run. */
    void refuse(String reason) {
        refuse(new IOException(reason));
    }

    String name() {
        return name;
    }

    @Override
    public boolean running() {
        return !exit.isDone();
    }

    @Override
    public String host() {
        return host;
    }

    @Override
    public CompletableFuture<Integer> exit() {
        return exit.copy();
    }

    @Override
    public String lastWords() {
        return errors.lastLines();
    }

    @Override
    public void stop(Duration stopTimeout) {
        signal("SIGTERM");
        CompletableFuture<Integer> _ = exit.copy()
                .orTimeout(stopTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> {
                    kill();
                    return -1;
                });
    }

    @Override
    public void kill() {
        signal("SIGKILL");
    }

    private void liveAndEnd(JsonObject description, Consumer<String> onLine) throws IOException {
        String id = engine.create(name, description);
        Future<Integer> removed = engine.removed(id);
        try (Attachment attachment = engine.attach(id)) {
            engine.start(id);
            host = address(id);
            started.complete(id);
            attachment.read(onLine, errors);
        } catch (IOException e) {
            // One that never started, or that nobody hears any more, is not removed by itself.
            engine.remove(id);
            throw e;
        }
        exit.complete(code(removed));
    }

    private String address(String id) throws EngineException {
        try {
            return engine.inspect(id)
                    .getJsonObject("NetworkSettings")
                    .getJsonObject("Networks")
                    .getJsonObject(place.network())
                    .getString("IPAddress");
        } catch (EngineException e) {
            if (e.isGone()) {
                return "";
            }
            throw e;
        }
    }

    private static int code(Future<Integer> removed) throws IOException {
        try {
            return removed.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IOException("the engine did not tell how a container ended", e.getCause());
        }
    }

    private void refuse(IOException cause) {
        started.completeExceptionally(cause);
        exit.completeExceptionally(cause);
    }

    /** One that starts gets it once it has started. */
    private void signal(String signal) {
        CompletableFuture<Void> _ = started.thenAcceptAsync(id -> {
            try {
                engine.signal(id, signal);
            } catch (EngineException e) {
                LOG.warn("{} did not get its {}: {}", name, signal, e.getMessage());
            }
        }, THREADS);
    }

    @Override
    public String toString() {
        return name;
    }
}
