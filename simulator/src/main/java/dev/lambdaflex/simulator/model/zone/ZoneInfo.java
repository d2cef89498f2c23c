package dev.lambdaflex.simulator.model.zone;

import java.util.List;

/**
 * A hosted zone as Route 53 describes it.
 *
 * @param callerReference what its maker called the call that made it
 * @param records         how many record sets it holds
 */
public record ZoneInfo(String id, String name, String callerReference, String comment, int records,
        List<String> nameServers) {

    public ZoneInfo {
        nameServers = List.copyOf(nameServers);
    }
}
