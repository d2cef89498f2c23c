package dev.lambdaflex.simulator.plane.balancer;

import java.util.List;
import java.util.Optional;

/** Takes healthy targets in turn; when none is healthy, all in turn (fail open), for the checks may be what is wrong. */
final class RoundRobin {

    private int turn;

    /** Empty when no target is registered. */
    Optional<Target> pick(List<Target> registered) {
        List<Target> healthy = registered.stream().filter(Target::healthy).toList();
        List<Target> eligible = healthy.isEmpty() ? registered : healthy;
        if (eligible.isEmpty()) {
            return Optional.empty();
        }
        turn = (turn + 1) & Integer.MAX_VALUE;
        return Optional.of(eligible.get(turn % eligible.size()));
    }
}
