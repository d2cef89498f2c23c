package dev.lambdaflex.simulator.local;

import java.util.List;
import java.util.stream.Stream;

import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.balancer.TargetHealth;
import dev.lambdaflex.simulator.plane.balancer.Target;
import dev.lambdaflex.simulator.plane.balancer.Targets;

/** The model's target group as the balancer's socket sees it. */
final class ModelTargets implements Targets {

    private final App app;
    private final LocalTasks tasks;

    ModelTargets(App app, LocalTasks tasks) {
        this.app = app;
        this.tasks = tasks;
    }

    @Override
    public List<Target> registered() {
        return app.fargate().stream().flatMap(tier -> tier.group().health().stream()).flatMap(this::target).toList();
    }

    private Stream<Target> target(TargetHealth health) {
        boolean takesRequests = switch (health.state()) {
            case INITIAL, HEALTHY, UNHEALTHY -> true;
            case DRAINING, UNUSED -> false;
        };
        if (!takesRequests) {
            return Stream.empty();
        }
        return tasks.endpoint(health.targetId())
                .stream()
                .map(endpoint -> new Target(health.targetId(), endpoint, health.state() == TargetHealth.State.HEALTHY));
    }
}
