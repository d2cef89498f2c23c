package dev.lambdaflex.simulator.model.balancer;

import java.util.function.BooleanSupplier;

/**
 * One registered target and what its health checks found.
 *
 * <pre>
 *   INITIAL --one success--> HEALTHY --failures in a row--> UNHEALTHY --successes in a row--> HEALTHY
 *      \------failures in a row------------------------------^
 *   any of them --deregistered--> DRAINING --delay over--> gone
 * </pre>
 */
final class Target {

    private final String id;
    private final BooleanSupplier answers;
    private final BalancerSettings settings;
    private TargetHealth.State state = TargetHealth.State.INITIAL;
    private int successes;
    private int failures;

    Target(String id, BooleanSupplier answers, BalancerSettings settings) {
        this.id = id;
        this.answers = answers;
        this.settings = settings;
    }

    String id() {
        return id;
    }

    TargetHealth.State state() {
        return state;
    }

    void check() {
        boolean success = answers.getAsBoolean();
        successes = success ? successes + 1 : 0;
        failures = success ? 0 : failures + 1;
        int needed = state == TargetHealth.State.INITIAL ? 1 : settings.healthyThreshold();
        if (state != TargetHealth.State.HEALTHY && successes >= needed) {
            state = TargetHealth.State.HEALTHY;
        } else if (state != TargetHealth.State.UNHEALTHY && failures >= settings.unhealthyThreshold()) {
            state = TargetHealth.State.UNHEALTHY;
        }
    }

    void drain() {
        state = TargetHealth.State.DRAINING;
    }

    boolean draining() {
        return state == TargetHealth.State.DRAINING;
    }

    /** What DescribeTargetHealth says of it: without a listener a target is unused, unless it is on its way out. */
    TargetHealth.State state(boolean attached) {
        return attached || draining() ? state : TargetHealth.State.UNUSED;
    }

    TargetHealth health(boolean attached) {
        if (!attached && !draining()) {
            return new TargetHealth(id, TargetHealth.State.UNUSED, "Target.NotInUse");
        }
        return new TargetHealth(id, state, switch (state) {
            case INITIAL -> successes + failures == 0 ? "Elb.RegistrationInProgress" : "Elb.InitialHealthChecking";
            case HEALTHY -> "";
            case UNHEALTHY -> "Target.FailedHealthChecks";
            case DRAINING -> "Target.DeregistrationInProgress";
            case UNUSED -> "Target.NotRegistered";
        });
    }
}
