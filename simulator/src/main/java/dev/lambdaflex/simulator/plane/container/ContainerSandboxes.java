package dev.lambdaflex.simulator.plane.container;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.sandbox.Sandbox;
import dev.lambdaflex.simulator.plane.sandbox.SandboxOrder;
import dev.lambdaflex.simulator.plane.sandbox.Sandboxes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the workload that are containers of one image, which can do little: a read-only root, no capabilities, bounded
 * memory and processes, one network.
 */
public final class ContainerSandboxes implements Sandboxes {

    /** On each container, with its owner: what bears it and is not known is a leftover. */
    public static final String OWNER = "dev.lambdaflex.owner";

    private static final Logger LOG = LoggerFactory.getLogger(ContainerSandboxes.class);
    /** As on Fargate: each task has an address of its own. */
    private static final Endpoint SERVING = new Endpoint("0.0.0.0", 8080);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration REMOVAL = Duration.ofSeconds(20);
    /** A JVM has some forty threads. */
    private static final int MOST_PROCESSES = 256;
    private static final String TMP = "rw,noexec,nosuid,nodev,size=16m";

    private final Engine engine;
    private final String image;
    private final Place place;
    private final String app;
    private final Set<ContainerSandbox> running = ConcurrentHashMap.newKeySet();
    private boolean closed;

    private ContainerSandboxes(Engine engine, String image, Place place, String app) {
        this.engine = engine;
        this.image = image;
        this.place = place;
        this.app = app;
    }

    /**
     * Containers of {@code image}. What an earlier owner of the same name has left is removed first.
     *
     * @param app told by a label
     * @throws EngineException when the engine cannot be asked
     */
    public static ContainerSandboxes open(Engine engine, String image, Place place, String app)
            throws EngineException {
        ContainerSandboxes sandboxes = new ContainerSandboxes(engine, image, place, app);
        sandboxes.sweep();
        return sandboxes;
    }

    @Override
    public synchronized Sandbox start(SandboxOrder order, Consumer<String> onLine) {
        ContainerSandbox sandbox = new ContainerSandbox(engine, place, "%s-%s".formatted(place.owner(), order.name()));
        if (closed) {
            sandbox.refuse("the containers were closed");
            return sandbox;
        }
        running.add(sandbox);
        CompletableFuture<Integer> _ = sandbox.exit().whenComplete((_, _) -> running.remove(sandbox));
        sandbox.live(description(order), onLine);
        return sandbox;
    }

    @Override
    public Endpoint serving() {
        return SERVING;
    }

    @Override
    public String home() {
        return place.home();
    }

    @Override
    public boolean seesFiles() {
        return false;
    }

    @Override
    public List<String> running() {
        return running.stream().map(ContainerSandbox::name).sorted().toList();
    }

    /** Ends all containers, with SIGKILL when SIGTERM does not do in two seconds, and starts no more. */
    @Override
    public void close() {
        List<ContainerSandbox> all = closeDoor();
        all.forEach(sandbox -> sandbox.stop(GRACE));
        CompletableFuture.allOf(all.stream().map(ContainerSandbox::exit).toArray(CompletableFuture[]::new))
                .orTimeout(GRACE.plus(REMOVAL).toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> null)
                .join();
        try {
            sweep();
        } catch (EngineException e) {
            LOG.error("containers may be left: {}", e.getMessage());
        }
    }

    private synchronized List<ContainerSandbox> closeDoor() {
        closed = true;
        return List.copyOf(running);
    }

    private void sweep() throws EngineException {
        for (String left : engine.labelled(OWNER, place.owner())) {
            LOG.info("container {} was left over and is removed", left);
            engine.remove(left);
        }
    }

    private JsonObject description(SandboxOrder order) {
        JsonArray environment = new JsonArray();
        order.environment().forEach((key, value) -> environment.add(key + "=" + value));
        // Its standard input is open as long as we are there.
        environment.add("LAMBDAFLEX_STOP_WITH_STDIN=true");
        return new JsonObject().put("Image", image)
                .put("Env", environment)
                .put("Labels", new JsonObject(Map.of(OWNER, place.owner(), "dev.lambdaflex.app", app,
                        "dev.lambdaflex.tier", order.tier().label(), "dev.lambdaflex.id", order.id())))
                .put("OpenStdin", true)
                .put("StdinOnce", true)
                .put("AttachStdin", true)
                .put("AttachStdout", true)
                .put("AttachStderr", true)
                // The cloud asks itself; the image's own check would start a JVM for each question.
                .put("Healthcheck", new JsonObject().put("Test", new JsonArray().add("NONE")))
                .put("HostConfig", limits(order.memoryMb() * 1024L * 1024L));
    }

    private JsonObject limits(long bytes) {
        return new JsonObject().put("AutoRemove", true)
                .put("NetworkMode", place.network())
                .put("ReadonlyRootfs", true)
                .put("Tmpfs", new JsonObject().put("/tmp", TMP))
                .put("CapDrop", new JsonArray().add("ALL"))
                .put("SecurityOpt", new JsonArray().add("no-new-privileges:true"))
                .put("Memory", bytes)
                .put("MemorySwap", bytes)
                .put("PidsLimit", MOST_PROCESSES)
                .put("LogConfig", new JsonObject().put("Type", "json-file")
                        .put("Config", new JsonObject().put("max-size", "1m").put("max-file", "1")));
    }
}
