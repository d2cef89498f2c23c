package dev.lambdaflex.simulator.backstage;

import java.util.List;
import java.util.Map;

import dev.lambdaflex.simulator.check.Violation;
import dev.lambdaflex.simulator.model.AppTruth;

/**
 * One look behind the stage.
 *
 * @param processes  ids of the workload's processes
 * @param violations of the invariants, so far
 * @param calls      of the cloud's API so far, by service
 * @param busiest    the most calls that a service took within one second
 */
public record Scene(AppTruth truth, List<Long> processes, List<Violation> violations, Map<String, Long> calls,
        Map<String, Integer> busiest) {

    public Scene {
        processes = List.copyOf(processes);
        violations = List.copyOf(violations);
        calls = Map.copyOf(calls);
        busiest = Map.copyOf(busiest);
    }
}
