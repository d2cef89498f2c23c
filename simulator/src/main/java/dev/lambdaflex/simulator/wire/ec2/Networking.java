package dev.lambdaflex.simulator.wire.ec2;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.service.NetworkInterface;
import dev.lambdaflex.simulator.model.service.NetworkInterfaces;
import dev.lambdaflex.simulator.model.stack.BuiltResource;
import dev.lambdaflex.simulator.wire.Account;

/** What there is of networks in the account. */
record Networking(Cloud cloud, Account account) {

    static final String BALANCER = "load balancer";

    List<BuiltResource> built(String type) {
        return cloud.stacks().built("AWS::EC2::" + type);
    }

    Optional<BuiltResource> subnet(String id) {
        return built("Subnet").stream().filter(subnet -> subnet.physicalId().equals(id)).findFirst();
    }

    /** An interface and the VPC that it is in. */
    record Placed(String vpcId, NetworkInterfaces network, NetworkInterface one) {}

    List<Placed> interfaces() {
        return cloud.networks()
                .all()
                .entrySet()
                .stream()
                .flatMap(vpc -> vpc.getValue().all().stream().map(one -> new Placed(vpc.getKey(), vpc.getValue(), one)))
                .toList();
    }

    /** Whether a task or a balancer has it; the others were made by hand. */
    boolean inUse(Placed placed) {
        return placed.one().owner().equals(BALANCER) || isTask(placed);
    }

    boolean isTask(Placed placed) {
        return services().anyMatch(service -> placed.one().owner().startsWith(service.attribute("Name") + "-"));
    }

    /** The security groups of what has the interface; none for one that was made by hand. */
    List<String> groups(Placed placed) {
        String stack = built("VPC").stream()
                .filter(vpc -> vpc.physicalId().equals(placed.vpcId()))
                .map(BuiltResource::stackId)
                .findFirst()
                .orElse("");
        if (placed.one().owner().equals(BALANCER)) {
            return cloud.stacks()
                    .built("AWS::ElasticLoadBalancingV2::LoadBalancer")
                    .stream()
                    .filter(balancer -> balancer.stackId().equals(stack))
                    .flatMap(balancer -> balancer.properties().texts("SecurityGroups").stream())
                    .toList();
        }
        return isTask(placed)
                ? services().filter(service -> service.stackId().equals(stack))
                        .flatMap(service -> service.properties()
                                .fields("NetworkConfiguration")
                                .fields("AwsvpcConfiguration")
                                .texts("SecurityGroups")
                                .stream())
                        .toList()
                : List.of();
    }

    /** The full name of the balancer in that VPC. */
    String balancerName(Placed placed) {
        return cloud.stacks()
                .built("AWS::ElasticLoadBalancingV2::LoadBalancer")
                .stream()
                .filter(balancer -> balancer.properties().texts("Subnets").contains(placed.one().subnetId()))
                .map(balancer -> balancer.attribute("LoadBalancerFullName"))
                .findFirst()
                .orElse("");
    }

    private Stream<BuiltResource> services() {
        return cloud.stacks().built("AWS::ECS::Service").stream();
    }
}
