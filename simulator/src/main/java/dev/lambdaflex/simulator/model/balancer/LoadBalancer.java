package dev.lambdaflex.simulator.model.balancer;

import java.util.Optional;

import dev.lambdaflex.simulator.model.time.Timeline;

/** One Application Load Balancer with one listener. A deleted one is not made again: a new one has a new name. */
public final class LoadBalancer {

    /** The hosted zone of all ALBs of us-east-1. */
    public static final String HOSTED_ZONE_ID = "Z35SXDOTRQ7X7K";

    /** What the names of all ALBs of us-east-1 end with. */
    public static final String DOMAIN = ".us-east-1.elb.amazonaws.com";

    /** How far it is. */
    public enum State {
        PROVISIONING, ACTIVE, DELETED
    }

    /** What the balancer does with a request. */
    public sealed interface Route {

        /** It sends it to the target. */
        record ToTarget(String targetId) implements Route {}

        /** It answers 503 itself: no target is registered. */
        record NoTarget() implements Route {}

        /** There is no such balancer any more, or not yet: the connection is refused. */
        record NoBalancer() implements Route {}
    }

    private final String dnsName;
    private final String fullName;
    private final Timeline timeline;
    private State state = State.PROVISIONING;
    private Optional<TargetGroup> group = Optional.empty();

    /**
     * A balancer that is being provisioned.
     *
     * @param fullName {@code app/name/id}, the value of the LoadBalancer dimension
     */
    public LoadBalancer(String dnsName, String fullName, Timeline timeline) {
        this.dnsName = dnsName;
        this.fullName = fullName;
        this.timeline = timeline;
    }

    public String dnsName() {
        return dnsName;
    }

    public String fullName() {
        return fullName;
    }

    public State state() {
        return timeline.call(() -> state);
    }

    /** Ends provisioning. One that was deleted meanwhile stays so. */
    public void activate() {
        timeline.run(() -> {
            if (state == State.PROVISIONING) {
                state = State.ACTIVE;
            }
        });
    }

    public void delete() {
        timeline.run(() -> {
            state = State.DELETED;
            forward(Optional.empty());
        });
    }

    /** Makes the listener forward to {@code to}, or removes the listener. */
    public void forward(Optional<TargetGroup> to) {
        timeline.run(() -> {
            group.ifPresent(old -> old.attach(false));
            group = to;
            group.ifPresent(present -> present.attach(true));
        });
    }

    public Optional<TargetGroup> group() {
        return timeline.call(() -> group);
    }

    /** Where the next request goes. */
    public Route route() {
        return timeline.call(() -> {
            if (state != State.ACTIVE || group.isEmpty()) {
                return new Route.NoBalancer();
            }
            return group.get().choose().<Route>map(Route.ToTarget::new).orElseGet(Route.NoTarget::new);
        });
    }

    /** In the sense of EvaluateTargetHealth: the target group has a healthy target. One without targets is unhealthy. */
    public boolean healthy() {
        return timeline.call(() -> state == State.ACTIVE
                && group.map(present -> present.count(TargetHealth.State.HEALTHY) > 0).orElse(false));
    }
}
