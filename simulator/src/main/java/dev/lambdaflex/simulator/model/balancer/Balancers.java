package dev.lambdaflex.simulator.model.balancer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.time.Timeline;

/** The load balancers of the account, by the names that the DNS knows them by, and their target groups. */
public final class Balancers {

    private final Timeline timeline;
    private final Map<String, LoadBalancer> byName = new HashMap<>();
    private final Map<String, TargetGroup> groups = new HashMap<>();

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

    /** The one of that full name, in any state before it is deleted. */
    public Optional<LoadBalancer> find(String fullName) {
        return timeline.call(() -> byName.values()
                .stream()
                .filter(balancer -> balancer.fullName().equals(fullName)
                        && balancer.state() != LoadBalancer.State.DELETED)
                .findFirst());
    }

    /** From now on the target group can be found by its full name. */
    public void remember(TargetGroup group) {
        timeline.run(() -> groups.put(group.fullName(), group));
    }

    public void forget(TargetGroup group) {
        timeline.run(() -> groups.remove(group.fullName()));
    }

    public Optional<TargetGroup> group(String fullName) {
        return timeline.call(() -> Optional.ofNullable(groups.get(fullName)));
    }

    /** The active one of that name, which has no final dot. */
    public Optional<LoadBalancer> active(String dnsName) {
        return timeline.call(() -> Optional.ofNullable(byName.get(dnsName))
                .filter(balancer -> balancer.state() == LoadBalancer.State.ACTIVE));
    }
}
