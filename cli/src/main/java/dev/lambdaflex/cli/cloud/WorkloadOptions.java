package dev.lambdaflex.cli.cloud;

import java.nio.file.Path;
import java.util.Optional;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.process.JavaCommand;
import dev.lambdaflex.simulator.plane.container.ContainerSandboxes;
import dev.lambdaflex.simulator.plane.container.Engine;
import dev.lambdaflex.simulator.plane.container.EngineException;
import dev.lambdaflex.simulator.plane.container.Place;
import dev.lambdaflex.simulator.plane.process.Children;
import dev.lambdaflex.simulator.plane.process.ProcessSandboxes;
import dev.lambdaflex.simulator.plane.sandbox.Sandboxes;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether copies of the workload are processes of this one, or containers beside it. */
final class WorkloadOptions {

    private static final int HEAP = 64;

    @Option(names = "--workload-image", paramLabel = "IMAGE", description = "Runs environments and tasks as containers of this image, beside the container that this runs in (default: as processes).")
    private @Nullable String image;

    @Option(names = "--workload-network", paramLabel = "NAME", description = "With --workload-image, the network of these containers (default: the only one that this container is in).")
    private @Nullable String network;

    @Option(names = "--docker-socket", paramLabel = "FILE", defaultValue = "/var/run/docker.sock", description = "With --workload-image, the engine's socket (default: ${DEFAULT-VALUE}).")
    private Path socket = Path.of("/var/run/docker.sock");

    Sandboxes sandboxes(Vertx vertx, CloudOptions options) {
        if (image == null) {
            return new ProcessSandboxes(new Children(),
                    JavaCommand.workload(HEAP, options.folder().resolve("workload.jsa")));
        }
        try {
            Engine engine = new Engine(vertx, socket);
            return ContainerSandboxes.open(engine, image, Place.ofThisContainer(engine, Optional.ofNullable(network)),
                    options.app());
        } catch (EngineException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, "--workload-image: " + e.getMessage(), e);
        }
    }
}
