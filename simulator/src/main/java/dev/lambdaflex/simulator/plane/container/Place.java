package dev.lambdaflex.simulator.plane.container;

import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where containers are put.
 *
 * @param network by its name
 * @param home    the address of this process in that network
 * @param owner   whose containers they are: two that run at the same time have different ones, and one that is started again
 *                has the same
 */
public record Place(String network, String home, String owner) {

    private static final String PROJECT = "com.docker.compose.project";
    private static final String SERVICE = "com.docker.compose.service";

    /**
     * Beside the container that this process runs in.
     *
     * @param network one that it is in; empty for the only one
     * @throws EngineException in one sentence when this is no container of that engine, or not in that network
     */
    public static Place ofThisContainer(Engine engine, Optional<String> network) throws EngineException {
        return of(engine.inspect(ownId()), network);
    }

    static Place of(JsonObject container, Optional<String> network) throws EngineException {
        JsonObject networks = container.getJsonObject("NetworkSettings").getJsonObject("Networks");
        Set<String> names = new TreeSet<>(networks.fieldNames());
        String chosen = network.orElseGet(() -> names.size() == 1 ? names.iterator().next() : "");
        if (!names.contains(chosen)) {
            throw EngineException.unfit(
                    "this container's network: '%s' (expected: one of those it is in, %s)".formatted(chosen, names));
        }
        return new Place(chosen, networks.getJsonObject(chosen).getString("IPAddress"), owner(container));
    }

    private static String owner(JsonObject container) {
        JsonObject labels = container.getJsonObject("Config").getJsonObject("Labels", new JsonObject());
        String project = labels.getString(PROJECT);
        return project == null
                ? container.getString("Name").replaceFirst("^/", "")
                : project + "-" + labels.getString(SERVICE);
    }

    /** A container's host name is the beginning of its id, unless somebody chose another. */
    private static String ownId() throws EngineException {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            throw EngineException.unreachable("this host's name", e);
        }
    }
}
