package dev.lambdaflex.simulator.model.app;

import java.time.Duration;

import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.weights.plan.Durations;

/**
 * How long CloudFormation takes for the resources of a Fargate tier; the service itself takes as long as its tasks do.
 *
 * @param network         VPC, subnets, routes, gateway: less than a minute
 * @param networkRemoval  the same backwards
 * @param small           security group, target group, listener, cluster, task definition, role: seconds each
 * @param balancer        2 to 3 minutes
 * @param balancerRemoval about a minute
 * @param timeout         TimeoutInMinutes of the whole creation
 */
public record BuildTimes(DurationRange network, DurationRange networkRemoval, DurationRange small,
        DurationRange balancer,
        DurationRange balancerRemoval, Duration timeout) {

    public static BuildTimes defaults() {
        return new BuildTimes(DurationRange.ofSeconds(25, 55), DurationRange.ofSeconds(10, 30),
                DurationRange.ofSeconds(1, 5),
                DurationRange.ofSeconds(120, 180), DurationRange.ofSeconds(40, 80), Duration.ofMinutes(30));
    }

    /** All times divided by {@code speed}. */
    public BuildTimes shortened(double speed) {
        return new BuildTimes(network.shortened(speed), networkRemoval.shortened(speed), small.shortened(speed),
                balancer.shortened(speed), balancerRemoval.shortened(speed), Durations.divide(timeout, speed));
    }
}
