package dev.lambdaflex.simulator.backstage;

import java.util.List;
import java.util.Map;

import dev.lambdaflex.simulator.model.AppTruth;

/**
 * One look behind the stage.
 *
 * @param removing  whether a stack of the app is being removed
 * @param term      the term of the records' last writer, by the owner's note; 0 before one wrote
 * @param processes of the workload: ids of processes, or names of containers
 * @param calls     of the cloud's API so far, by service
 * @param busiest   the most calls that a service took within one second
 */
public record Scene(AppTruth truth, boolean removing, long term, List<String> processes, Map<String, Long> calls,
        Map<String, Integer> busiest) {

    public Scene {
        processes = List.copyOf(processes);
        calls = Map.copyOf(calls);
        busiest = Map.copyOf(busiest);
    }

    /** What costs money or blocks a name, and processes: all that must be gone at the end. */
    public int left() {
        return truth.resources().left() + processes.size();
    }
}
