package dev.lambdaflex.simulator.plane.fargate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a task runs.
 *
 * @param command     serves at the port that {@code PORT} names (0: any) and says which in a line of stdout,
 *                    {@code {"event":"ready","port":12345}}
 * @param host        the loopback address to serve on
 * @param environment the workload's own variables
 */
public record Container(List<String> command, String host, Map<String, String> environment) {

    public Container {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The metadata address is never asked: its presence tells the workload that it runs on ECS. */
    Map<String, String> variables(String taskId) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("HOST", host);
        all.put("PORT", "0");
        all.put("ECS_CONTAINER_METADATA_URI_V4", "http://%s:1/v4/%s".formatted(host, taskId));
        return all;
    }
}
