package dev.lambdaflex.provisioner.aws.tier;

import dev.lambdaflex.provisioner.aws.client.Refusal;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/**
 * The tasks of the tier, and how many of them the load balancer finds healthy. A service is called steady as soon as its tasks
 * run, long before the balancer sends them anything: only healthy targets count.
 */
final class TierService {

    private final EcsClient ecs;
    private final ElasticLoadBalancingV2Client loadBalancers;

    TierService(EcsClient ecs, ElasticLoadBalancingV2Client loadBalancers) {
        this.ecs = ecs;
        this.loadBalancers = loadBalancers;
    }

    record Tasks(int running, int desired) {}

    Tasks tasks(TierOutputs tier) {
        Service service = Refusal.worded("ecs:DescribeServices",
                () -> ecs.describeServices(request -> request.cluster(tier.cluster()).services(tier.service())))
                .services()
                .stream()
                .filter(it -> !"INACTIVE".equals(it.status()))
                .findFirst()
                .orElseThrow(() -> new CloudException("ecs:DescribeServices: the cluster %s has no service %s"
                        .formatted(tier.cluster(), tier.service())));
        return new Tasks(service.runningCount(), service.desiredCount());
    }

    int healthyTargets(TierOutputs tier) {
        return Math.toIntExact(Refusal.worded("elasticloadbalancing:DescribeTargetHealth",
                () -> loadBalancers.describeTargetHealth(request -> request.targetGroupArn(tier.targetGroupArn())))
                .targetHealthDescriptions()
                .stream()
                .filter(target -> "healthy".equals(target.targetHealth().stateAsString()))
                .count());
    }

    /** Past the stack, which leaves the count alone as long as nobody changes its parameters. */
    void scale(TierOutputs tier, int tasks) {
        Refusal.worded("ecs:UpdateService", () -> ecs.updateService(
                request -> request.cluster(tier.cluster()).service(tier.service()).desiredCount(tasks)));
    }
}
