package dev.lambdaflex.simulator.plane.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.simulator.plane.Endpoint;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundRobinTest {

    private final RoundRobin turns = new RoundRobin();

    @Test
    void healthyTargetsTakeTurns() {
        List<Target> registered = List.of(target("a", true), target("b", false), target("c", true));
        assertThat(picks(registered, 6)).containsExactlyInAnyOrder("a", "c", "a", "c", "a", "c");
    }

    @Test
    void whenNoneIsHealthyAllTakeTurns() {
        List<Target> registered = List.of(target("a", false), target("b", false));
        assertThat(picks(registered, 4)).containsExactlyInAnyOrder("a", "b", "a", "b");
    }

    @Test
    void withoutTargetsNothingIsPicked() {
        assertThat(turns.pick(List.of())).isEmpty();
    }

    private List<String> picks(List<Target> registered, int n) {
        return Stream.generate(() -> turns.pick(registered).orElseThrow().id()).limit(n).toList();
    }

    private static Target target(String id, boolean healthy) {
        return new Target(id, new Endpoint("127.0.0.1", 1), healthy);
    }
}
