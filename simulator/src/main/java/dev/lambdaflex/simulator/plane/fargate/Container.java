package dev.lambdaflex.simulator.plane.fargate;

import dev.lambdaflex.simulator.plane.Endpoint;
import java.util.HashMap;
import java.util.Map;

/**
 * What a task runs: a server at the port that {@code PORT} names (0: any), which says where in a line of stdout,
 * {@code {"event":"ready","port":12345}}.
 *
 * @param environment the workload's own variables
 * @param memoryMb    of one task
 */
public record Container(Map<String, String> environment, int memoryMb) {

    public Container {
        environment = Map.copyOf(environment);
    }

    /** The metadata address is never asked: its presence tells the workload that it runs on ECS. */
    Map<String, String> variables(String taskId, Endpoint serving) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("HOST", serving.host());
        all.put("PORT", Integer.toString(serving.port()));
        all.put("ECS_CONTAINER_METADATA_URI_V4", "http://127.0.0.1:1/v4/" + taskId);
        return all;
    }
}
