package dev.lambdaflex.simulator.model.balancer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.time.Timeline;

/** The load balancers of the account, by the names that the DNS knows them by. */
public final class Balancers {

    private final Timeline timeline;
    private final Map<String, LoadBalancer> byName = new HashMap<>();

    public Balancers(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Begins a new one. Names of deleted ones are forgotten; they never come again. */
    public LoadBalancer create(String dnsName, String fullName) {
        return timeline.call(() -> {
            byName.values().removeIf(balancer -> balancer.state() == LoadBalancer.State.DELETED);
            LoadBalancer balancer = new LoadBalancer(dnsName, fullName, timeline);
            byName.put(dnsName, balancer);
            return balancer;
        });
    }

    /** The active one of that name, which has no final dot. */
    public Optional<LoadBalancer> active(String dnsName) {
        return timeline.call(() -> Optional.ofNullable(byName.get(dnsName))
                .filter(balancer -> balancer.state() == LoadBalancer.State.ACTIVE));
    }
}
