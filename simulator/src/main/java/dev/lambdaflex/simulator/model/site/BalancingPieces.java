package dev.lambdaflex.simulator.model.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.app.BuildTimes;
import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.balancer.TargetGroup;
import dev.lambdaflex.simulator.model.service.NetworkInterfaces;
import dev.lambdaflex.simulator.model.site.Piece.Times;
import dev.lambdaflex.simulator.model.stack.StackResource.Made;
import dev.lambdaflex.simulator.template.Value;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Items;
import dev.lambdaflex.simulator.template.Value.Text;

/** The load balancer, its target group and the listener between them. */
final class BalancingPieces {

    private static final String INTERFACE = "load balancer";

    private final Names names;
    private final BuildTimes times;
    private final Arns arns;
    private final NetworkInterfaces interfaces;
    private final Zones zones;

    BalancingPieces(Names names, BuildTimes times, Arns arns, NetworkInterfaces interfaces, Zones zones) {
        this.names = names;
        this.times = times;
        this.arns = arns;
        this.interfaces = interfaces;
        this.zones = zones;
    }

    Piece balancer(LoadBalancer balancer, String displayName) {
        String arn = arns.balancing("loadbalancer/" + balancer.fullName());
        String name = balancer.fullName().split("/", -1)[1];
        return Piece.of(new Times(times.balancer(), times.balancerRemoval()), properties -> new Made(arn, Map.of(
                "DNSName", new Text(displayName), "CanonicalHostedZoneID", new Text(LoadBalancer.HOSTED_ZONE_ID),
                "LoadBalancerArn", new Text(arn), "LoadBalancerFullName", new Text(balancer.fullName()),
                "LoadBalancerName", new Text(name),
                "SecurityGroups", properties.field("SecurityGroups").orElse(new Items(List.of())))))
                .refusing(this::refusesSubnets)
                .standing((_, _) -> {
                    interfaces.attach(INTERFACE);
                    balancer.activate();
                })
                .going(_ -> {
                    balancer.delete();
                    interfaces.detach(INTERFACE);
                });
    }

    Piece group(TargetGroup group) {
        String arn = arns.balancing(group.fullName());
        String name = group.fullName().split("/", -1)[1];
        return Piece.of(small(),
                _ -> new Made(arn, Map.of("TargetGroupArn", new Text(arn), "TargetGroupName", new Text(name),
                        "TargetGroupFullName", new Text(group.fullName()), "LoadBalancerArns", new Items(List.of()))));
    }

    Piece listener(String logicalId, Optional<LoadBalancer> balancer, Optional<TargetGroup> group) {
        String path = balancer.map(LoadBalancer::fullName).orElse("app/none/none");
        String arn = arns.balancing("listener/%s/%s".formatted(path, names.hex(logicalId)));
        return Piece.of(small(), _ -> new Made(arn, Map.of("ListenerArn", new Text(arn))))
                .refusing(BalancingPieces::refusesListener)
                .standing((_, _) -> balancer.ifPresent(present -> present.forward(group)))
                .going(_ -> balancer.ifPresent(present -> present.forward(Optional.empty())));
    }

    private Optional<String> refusesSubnets(Fields properties) {
        List<String> subnets = properties.field("Subnets").isPresent()
                ? properties.texts("Subnets")
                : properties.maps("SubnetMappings").stream().flatMap(map -> map.text("SubnetId").stream()).toList();
        return zones.count(subnets) >= 2
                ? Optional.empty()
                : Optional.of(refused("At least two subnets in two different Availability Zones must be specified"));
    }

    private static Optional<String> refusesListener(Fields properties) {
        boolean tls = properties.text("Protocol").orElse("").equals("HTTPS");
        if (tls && properties.items("Certificates").isEmpty()) {
            return Optional.of(refused("A certificate must be specified for HTTPS listeners"));
        }
        List<Value> actions = properties.items("DefaultActions");
        boolean forwards = actions.size() == 1 && actions.getFirst() instanceof Fields action
                && action.text("Type").orElse("").equals("forward");
        return forwards
                ? Optional.empty()
                : Optional.of("the cloud plays listeners that forward to one target group, and no others");
    }

    private static String refused(String message) {
        return "Resource handler returned message: \"%s (Service: ElasticLoadBalancingV2, Status Code: 400)\" (HandlerErrorCode: InvalidRequest)"
                .formatted(message);
    }

    private Times small() {
        return new Times(times.small(), times.small());
    }
}
