package dev.lambdaflex.simulator.ports;

import dev.lambdaflex.provisioner.reconcile.Probes;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.FargateTierParts;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer.Route;
import dev.lambdaflex.weights.split.Tier;

/** Probes of virtual time: they ask the model what an HTTP request to the readiness path would find. */
public final class ModelProbes implements Probes {

    private final App app;

    public ModelProbes(App app) {
        this.app = app;
    }

    @Override
    public boolean answers(Tier tier, String target) {
        if (app.sickness().isSick(tier)) {
            return false;
        }
        return switch (tier) {
            case LAMBDA -> app.gateway().dnsName().equals(target) && app.function().limit() > 0;
            case FARGATE -> app.fargate()
                    .filter(parts -> parts.balancer().dnsName().equals(target))
                    .map(ModelProbes::answers)
                    .orElse(false);
        };
    }

    private static boolean answers(FargateTierParts parts) {
        LoadBalancer balancer = parts.balancer();
        return switch (balancer.route()) {
            case Route.ToTarget(String task) -> parts.service().answers(task);
            case Route.NoTarget _,Route.NoBalancer _ -> false;
        };
    }
}
