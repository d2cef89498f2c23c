package dev.lambdaflex.simulator.local;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.plane.balancer.Balancer;

/** Opens the balancer's socket while the model has an active balancer with a listener, and closes it with it. */
final class BalancerSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(BalancerSwitch.class);

    private final App app;
    private final Balancer balancer;
    private final Duration patience;
    private boolean open;

    BalancerSwitch(App app, Balancer balancer, Duration patience) {
        this.app = app;
        this.balancer = balancer;
        this.patience = patience;
    }

    /** Brings the socket in line with the model. Called by the one thread that moves the model's time. */
    void follow() {
        boolean wanted = app.fargate().map(parts -> listens(parts.balancer())).orElse(false);
        if (wanted == open) {
            return;
        }
        open = wanted;
        if (wanted) {
            balancer.open().onFailure(e -> LOG.error("the load balancer does not listen", e));
        } else {
            balancer.close(patience).onFailure(e -> LOG.warn("the load balancer did not close in peace", e));
        }
    }

    private static boolean listens(LoadBalancer balancer) {
        return balancer.state() == LoadBalancer.State.ACTIVE && balancer.group().isPresent();
    }
}
