package dev.lambdaflex.simulator.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.simulator.model.money.HourlyCost;
import dev.lambdaflex.weights.split.RecordSet;

/**
 * What is really there of one app, without throttle, lag or fault: for a checker, never for the provisioner.
 *
 * @param records       the weighted records as they were asked for last
 * @param inSync        whether all name servers answer by them
 * @param lambdaHealthy whether a request to Lambda would be answered well now
 * @param fargateHealthy whether a request to Fargate would be answered well now
 * @param lastLambda    when Lambda was asked for the last time
 * @param lastFargate   when Fargate was asked for the last time
 * @param dangling      targets of records that lead nowhere
 * @param resources     what exists
 * @param idleCost      what it costs in an hour, asked or not
 */
public record AppTruth(RecordSet records, boolean inSync, boolean lambdaHealthy, boolean fargateHealthy,
        Optional<Instant> lastLambda,
        Optional<Instant> lastFargate, List<String> dangling, Resources resources, HourlyCost idleCost) {

    public AppTruth {
        dangling = List.copyOf(dangling);
    }

    /**
     * What exists of an app's Fargate tier, and its environments.
     *
     * @param stacks       names of stacks that are not deleted
     * @param balancers    names of load balancers
     * @param tasks        ids of tasks in any state before STOPPED
     * @param interfaces   owners of network interfaces
     * @param environments Lambda's, which end by themselves
     */
    public record Resources(List<String> stacks, List<String> balancers, List<String> tasks, List<String> interfaces,
            List<String> environments) {

        public Resources {
            stacks = List.copyOf(stacks);
            balancers = List.copyOf(balancers);
            tasks = List.copyOf(tasks);
            interfaces = List.copyOf(interfaces);
            environments = List.copyOf(environments);
        }

        /** Everything that would cost money or block a name; environments cost nothing while they idle. */
        public int left() {
            return stacks.size() + balancers.size() + tasks.size() + interfaces.size();
        }
    }
}
