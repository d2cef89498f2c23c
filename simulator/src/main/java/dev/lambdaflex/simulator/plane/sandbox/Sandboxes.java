package dev.lambdaflex.simulator.plane.sandbox;

import dev.lambdaflex.simulator.plane.Endpoint;
import java.util.List;
import java.util.function.Consumer;

/** Starts copies of the workload. None of them outlives this process, however it ends. */
public interface Sandboxes extends AutoCloseable {

    /**
     * Starts one. It may take some milliseconds, so not to be called on an event loop; one that cannot run is returned as ended.
     *
     * @param onLine hears each line of its standard output, one after the other
     */
    Sandbox start(SandboxOrder order, Consumer<String> onLine);

    /** Where a server in a sandbox has to listen to be reached; port 0 where it may choose. */
    Endpoint serving();

    /** The address at which what runs in a sandbox reaches this process. */
    String home();

    /** Whether what runs in a sandbox sees the files of this process. */
    boolean seesFiles();

    /** The names of all that have not ended. */
    List<String> running();

    /** Ends all and starts no more. */
    @Override
    void close();
}
