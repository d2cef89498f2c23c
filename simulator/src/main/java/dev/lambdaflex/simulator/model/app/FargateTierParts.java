package dev.lambdaflex.simulator.model.app;

import java.time.Duration;

import dev.lambdaflex.simulator.model.balancer.BalancerMeter;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.balancer.TargetGroup;
import dev.lambdaflex.simulator.model.service.FargateService;
import dev.lambdaflex.simulator.model.service.NetworkInterfaces;
import dev.lambdaflex.weights.split.Tier;

/** The pieces of one Fargate tier, from the first resource of its stack to the last. Each build has its own. */
public final class FargateTierParts {

    private final NetworkInterfaces interfaces;
    private final LoadBalancer balancer;
    private final TargetGroup group;
    private final FargateService service;
    private final BalancerMeter meter;
    private final Ledger ledger;

    public FargateTierParts(NetworkInterfaces interfaces, LoadBalancer balancer, TargetGroup group,
            FargateService service,
            BalancerMeter meter, Ledger ledger) {
        this.interfaces = interfaces;
        this.balancer = balancer;
        this.group = group;
        this.service = service;
        this.meter = meter;
        this.ledger = ledger;
    }

    public NetworkInterfaces interfaces() {
        return interfaces;
    }

    public LoadBalancer balancer() {
        return balancer;
    }

    public TargetGroup group() {
        return group;
    }

    public FargateService service() {
        return service;
    }

    /** The metrics that this tier's balancer publishes. */
    public BalancerMeter meter() {
        return meter;
    }

    /** A target answered {@code times} requests with {@code status}. */
    public void targetAnswered(int status, Duration latency, long times) {
        ledger.asked(Tier.FARGATE, times);
        meter.targetAnswered(status, latency, times);
    }

    /** The balancer itself answered {@code times} requests: 502, 503 or 504. */
    public void balancerAnswered(int status, long times) {
        ledger.asked(Tier.FARGATE, times);
        meter.balancerAnswered(status, times);
    }
}
