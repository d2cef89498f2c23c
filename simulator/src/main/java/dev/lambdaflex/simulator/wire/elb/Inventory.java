package dev.lambdaflex.simulator.wire.elb;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.balancer.TargetGroup;
import dev.lambdaflex.simulator.model.service.NetworkInterface;
import dev.lambdaflex.simulator.model.stack.BuiltResource;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.PageToken;
import dev.lambdaflex.simulator.wire.protocol.PageToken.Page;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** What there is of load balancing in the account: what stacks built, and how it fares. */
record Inventory(Cloud cloud) {

    private static final int PAGE = 400;

    List<BuiltResource> balancers() {
        return cloud.stacks().built("AWS::ElasticLoadBalancingV2::LoadBalancer");
    }

    List<BuiltResource> groups() {
        return cloud.stacks().built("AWS::ElasticLoadBalancingV2::TargetGroup");
    }

    List<BuiltResource> listeners() {
        return cloud.stacks().built("AWS::ElasticLoadBalancingV2::Listener");
    }

    LoadBalancer.State state(BuiltResource balancer) {
        return cloud.balancers()
                .find(balancer.attribute("LoadBalancerFullName"))
                .map(LoadBalancer::state)
                .orElse(LoadBalancer.State.DELETED);
    }

    Optional<TargetGroup> group(BuiltResource group) {
        return cloud.balancers().group(group.attribute("TargetGroupFullName"));
    }

    /** The subnet of that id. */
    Optional<BuiltResource> subnet(String id) {
        return cloud.stacks().built("AWS::EC2::Subnet").stream().filter(one -> one.physicalId().equals(id)).findFirst();
    }

    /** The network interface of a task. */
    Optional<NetworkInterface> interfaceOf(String taskId) {
        return cloud.networks().all().values().stream().flatMap(network -> network.of(taskId).stream()).findFirst();
    }

    /** The ARN of the balancer whose listener forwards to {@code group}. */
    List<String> balancersBefore(BuiltResource group) {
        return listeners().stream()
                .filter(listener -> ListenerReads.forwardsTo(listener).equals(Optional.of(group.physicalId())))
                .flatMap(listener -> listener.properties().text("LoadBalancerArn").stream())
                .toList();
    }

    /** Those of {@code ids}, each of which has to be there; all without any. */
    static List<BuiltResource> chosen(List<BuiltResource> all, List<String> ids, Function<BuiltResource, String> id,
            Function<String, Refusal> unknown) {
        for (String wanted : ids) {
            if (all.stream().noneMatch(one -> id.apply(one).equals(wanted))) {
                throw unknown.apply(wanted);
            }
        }
        return all.stream().filter(one -> ids.isEmpty() || ids.contains(id.apply(one))).toList();
    }

    static <T> Page<T> page(List<T> all, Form form) {
        int size = form.get("PageSize")
                .filter(text -> text.matches("[1-9][0-9]{0,2}"))
                .map(Integer::parseInt)
                .orElse(PAGE);
        return PageToken.page(all, form.get("Marker"), Math.min(size, PAGE),
                () -> Refusal.of("ValidationError", "The marker is not valid"));
    }
}
