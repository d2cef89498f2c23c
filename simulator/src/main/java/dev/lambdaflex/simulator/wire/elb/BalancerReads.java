package dev.lambdaflex.simulator.wire.elb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.balancer.LoadBalancer;
import dev.lambdaflex.simulator.model.stack.BuiltResource;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.PageToken.Page;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Timestamps;
import dev.lambdaflex.simulator.wire.protocol.Xml;

/** Looks at load balancers. */
record BalancerReads(Inventory inventory) {

    /** What a balancer has that its template does not name. */
    private static final Map<String, String> DEFAULTS = Map.of("idle_timeout.timeout_seconds", "60",
            "client_keep_alive.seconds", "3600", "deletion_protection.enabled", "false", "routing.http2.enabled",
            "true",
            "routing.http.xff_header_processing.mode", "append", "routing.http.desync_mitigation_mode", "defensive",
            "load_balancing.cross_zone.enabled", "true", "access_logs.s3.enabled", "false");

    WireResponse describe(WireRequest request) {
        Form form = Form.of(request);
        List<String> arns = form.list("LoadBalancerArns");
        List<String> names = form.list("Names");
        if (!arns.isEmpty() && !names.isEmpty()) {
            throw Refusal.of("ValidationError", "Load balancer names and ARNs cannot be specified together");
        }
        for (String arn : arns) {
            if (!arn.matches("arn:aws:elasticloadbalancing:[^:]+:\\d{12}:loadbalancer/.+")) {
                throw Refusal.of("ValidationError", "'%s' is not a valid load balancer ARN".formatted(arn));
            }
        }
        List<BuiltResource> there = inventory.balancers()
                .stream()
                .filter(one -> inventory.state(one) != LoadBalancer.State.DELETED)
                .toList();
        List<BuiltResource> chosen = names.isEmpty()
                ? Inventory.chosen(there, arns, BuiltResource::physicalId, BalancerReads::unknown)
                : Inventory.chosen(there, names, one -> one.attribute("LoadBalancerName"),
                        name -> Refusal.of("LoadBalancerNotFound", "Load balancers '[%s]' not found".formatted(name)));
        Page<BuiltResource> page = Inventory.page(chosen, form);
        return Answers.query(request, "DescribeLoadBalancers", BalancingWire.NAMESPACE,
                xml -> xml.list("LoadBalancers", "member", page.items(), this::balancer)
                        .text("NextMarker", page.next()));
    }

    WireResponse attributes(WireRequest request) {
        String arn = Form.of(request).required("LoadBalancerArn");
        BuiltResource balancer = Inventory
                .chosen(inventory.balancers(), List.of(arn), BuiltResource::physicalId, BalancerReads::unknown)
                .getFirst();
        return attributes(request, "DescribeLoadBalancerAttributes", DEFAULTS,
                balancer.properties().maps("LoadBalancerAttributes"));
    }

    static WireResponse attributes(WireRequest request, String action, Map<String, String> defaults, List<Fields> set) {
        Map<String, String> all = new LinkedHashMap<>(defaults);
        set.forEach(one -> all.put(one.text("Key").orElse(""), one.text("Value").orElse("")));
        return Answers.query(request, action, BalancingWire.NAMESPACE,
                xml -> xml.list("Attributes", "member", all.entrySet(),
                        (to, entry) -> to.text("Key", entry.getKey()).text("Value", entry.getValue())));
    }

    static Refusal unknown(String arn) {
        return Refusal.of("LoadBalancerNotFound", "One or more load balancers not found");
    }

    private void balancer(Xml xml, BuiltResource balancer) {
        Fields properties = balancer.properties();
        List<String> subnets = properties.texts("Subnets");
        Optional<String> vpc = subnets.stream()
                .flatMap(id -> inventory.subnet(id).stream())
                .map(subnet -> subnet.attribute("VpcId"))
                .findFirst();
        xml.text("LoadBalancerArn", balancer.physicalId())
                .text("DNSName", balancer.attribute("DNSName"))
                .text("CanonicalHostedZoneId", balancer.attribute("CanonicalHostedZoneID"))
                .text("CreatedTime", Timestamps.iso(balancer.created()))
                .text("LoadBalancerName", balancer.attribute("LoadBalancerName"))
                .text("Scheme", properties.text("Scheme").orElse("internet-facing"))
                .text("VpcId", vpc)
                .element("State", state -> state.text("Code", code(balancer)))
                .text("Type", properties.text("Type").orElse("application"))
                .list("AvailabilityZones", "member", subnets, this::zone)
                .texts("SecurityGroups", "member", properties.texts("SecurityGroups"))
                .text("IpAddressType", properties.text("IpAddressType").orElse("ipv4"));
    }

    private String code(BuiltResource balancer) {
        return switch (inventory.state(balancer)) {
            case PROVISIONING -> "provisioning";
            case ACTIVE -> "active";
            case DELETED -> "failed";
        };
    }

    private void zone(Xml xml, String subnetId) {
        xml.text("ZoneName", inventory.subnet(subnetId).map(subnet -> subnet.attribute("AvailabilityZone")))
                .text("SubnetId", subnetId)
                .element("LoadBalancerAddresses", _ -> {});
    }
}
