package dev.lambdaflex.simulator.wire.elb;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.stack.BuiltResource;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.PageToken.Page;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Xml;

/** Looks at target groups. */
record GroupReads(Inventory inventory) {

    private static final Map<String, String> DEFAULTS = Map.of("deregistration_delay.timeout_seconds", "300",
            "slow_start.duration_seconds", "0", "stickiness.enabled", "false", "load_balancing.algorithm.type",
            "round_robin", "load_balancing.cross_zone.enabled", "use_load_balancer_configuration");

    WireResponse describe(WireRequest request) {
        Form form = Form.of(request);
        List<BuiltResource> all = inventory.groups();
        List<String> names = form.list("Names");
        List<BuiltResource> chosen = names.isEmpty()
                ? Inventory.chosen(all, form.list("TargetGroupArns"), BuiltResource::physicalId, GroupReads::unknown)
                : Inventory.chosen(all, names, one -> one.attribute("TargetGroupName"), GroupReads::unknown);
        Optional<String> balancer = form.get("LoadBalancerArn");
        balancer.ifPresent(arn -> Inventory.chosen(inventory.balancers(), List.of(arn), BuiltResource::physicalId,
                BalancerReads::unknown));
        Page<BuiltResource> page = Inventory.page(chosen.stream()
                .filter(group -> balancer.isEmpty() || inventory.balancersBefore(group).contains(balancer.get()))
                .toList(), form);
        return Answers.query(request, "DescribeTargetGroups", BalancingWire.NAMESPACE,
                xml -> xml.list("TargetGroups", "member", page.items(), this::group).text("NextMarker", page.next()));
    }

    WireResponse attributes(WireRequest request) {
        BuiltResource group = find(inventory, Form.of(request).required("TargetGroupArn"));
        return BalancerReads.attributes(request, "DescribeTargetGroupAttributes", DEFAULTS,
                group.properties().maps("TargetGroupAttributes"));
    }

    static BuiltResource find(Inventory inventory, String arn) {
        return Inventory.chosen(inventory.groups(), List.of(arn), BuiltResource::physicalId, GroupReads::unknown)
                .getFirst();
    }

    private static Refusal unknown(String arn) {
        return Refusal.of("TargetGroupNotFound", "One or more target groups not found");
    }

    private void group(Xml xml, BuiltResource group) {
        Fields properties = group.properties();
        xml.text("TargetGroupArn", group.physicalId())
                .text("TargetGroupName", group.attribute("TargetGroupName"))
                .text("Protocol", properties.text("Protocol"))
                .text("Port", properties.text("Port"))
                .text("VpcId", properties.text("VpcId"))
                .text("HealthCheckProtocol", properties.text("HealthCheckProtocol").orElse("HTTP"))
                .text("HealthCheckPort", properties.text("HealthCheckPort").orElse("traffic-port"))
                .text("HealthCheckEnabled", properties.text("HealthCheckEnabled").orElse("true"))
                .text("HealthCheckIntervalSeconds", properties.text("HealthCheckIntervalSeconds").orElse("30"))
                .text("HealthCheckTimeoutSeconds", properties.text("HealthCheckTimeoutSeconds").orElse("5"))
                .text("HealthyThresholdCount", properties.text("HealthyThresholdCount").orElse("5"))
                .text("UnhealthyThresholdCount", properties.text("UnhealthyThresholdCount").orElse("2"))
                .text("HealthCheckPath", properties.text("HealthCheckPath").orElse("/"))
                .element("Matcher", matcher -> matcher.text("HttpCode",
                        properties.fields("Matcher").text("HttpCode").orElse("200")))
                .texts("LoadBalancerArns", "member", inventory.balancersBefore(group))
                .text("TargetType", properties.text("TargetType").orElse("instance"))
                .text("ProtocolVersion", properties.text("ProtocolVersion").orElse("HTTP1"))
                .text("IpAddressType", properties.text("IpAddressType").orElse("ipv4"));
    }
}
