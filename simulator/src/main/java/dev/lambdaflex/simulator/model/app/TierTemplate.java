package dev.lambdaflex.simulator.model.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.lambdaflex.simulator.model.app.TimedResource.Effects;
import dev.lambdaflex.simulator.model.app.TimedResource.Times;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.stack.StackResource;
import dev.lambdaflex.simulator.model.stack.StackTemplate;
import dev.lambdaflex.simulator.model.time.Timeline;

/** The template of a Fargate tier, in the order in which its resources depend on each other. */
final class TierTemplate {

    private static final String BALANCER_INTERFACE = "load balancer";

    private final FargateTierParts parts;
    private final BuildTimes times;
    private final Timeline timeline;
    private final RandomGenerator random;
    private final String id;

    TierTemplate(FargateTierParts parts, BuildTimes times, Timeline timeline, RandomGenerator random, String id) {
        this.parts = parts;
        this.times = times;
        this.timeline = timeline;
        this.random = random;
        this.id = id;
    }

    /** The template for so many tasks; {@code gone} runs when the last piece has gone. */
    StackTemplate of(int tasks, Runnable gone) {
        List<StackResource> resources = List.of(network(gone),
                small("TaskRole", "AWS::IAM::Role"),
                small("SecurityGroup", "AWS::EC2::SecurityGroup"),
                small("TargetGroup", "AWS::ElasticLoadBalancingV2::TargetGroup"),
                balancer(), listener(),
                small("Cluster", "AWS::ECS::Cluster"),
                small("TaskDefinition", "AWS::ECS::TaskDefinition"),
                new ServiceResource(parts.service(), tasks));
        return new StackTemplate(resources, this::outputs);
    }

    private Map<String, String> outputs() {
        return Map.of("LoadBalancerDnsName", parts.balancer().dnsName(), "LoadBalancerHostedZoneId",
                LoadBalancer.HOSTED_ZONE_ID,
                "LoadBalancerFullName", parts.balancer().fullName(), "TargetGroupFullName", parts.group().fullName(),
                "ServiceName",
                parts.service().name());
    }

    private StackResource network(Runnable gone) {
        String vpc = "vpc-" + id;
        return resource("Network", "AWS::EC2::VPC", vpc, new Times(times.network(), times.networkRemoval()),
                new Effects(() -> {}, gone, () -> holders(vpc)));
    }

    private Optional<String> holders(String vpc) {
        List<String> owners = parts.interfaces().owners();
        return owners.isEmpty()
                ? Optional.empty()
                : Optional.of("The vpc '%s' has dependencies and cannot be deleted. (network interfaces of: %s)"
                        .formatted(vpc,
                                String.join(", ", owners)));
    }

    private StackResource balancer() {
        Effects effects = new Effects(() -> {
            parts.interfaces().attach(BALANCER_INTERFACE);
            parts.balancer().activate();
        }, () -> {
            parts.balancer().delete();
            parts.interfaces().detach(BALANCER_INTERFACE);
        }, Optional::empty);
        return resource("LoadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer", parts.balancer().fullName(),
                new Times(times.balancer(), times.balancerRemoval()), effects);
    }

    private StackResource listener() {
        Effects effects = new Effects(() -> parts.balancer().forward(Optional.of(parts.group())),
                () -> parts.balancer().forward(Optional.empty()), Optional::empty);
        return resource("Listener", "AWS::ElasticLoadBalancingV2::Listener", "listener-" + id, small(), effects);
    }

    private StackResource small(String logicalId, String type) {
        return resource(logicalId, type, logicalId.toLowerCase(Locale.ROOT) + "-" + id, small(), Effects.NONE);
    }

    private Times small() {
        return new Times(times.small(), times.small());
    }

    private StackResource resource(String logicalId, String type, String physicalId, Times duration, Effects effects) {
        return new TimedResource(logicalId, type, physicalId, timeline, random, duration, effects);
    }
}
