package dev.lambdaflex.simulator.wire.elb;

import java.util.List;
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

/** Looks at listeners and their one rule. */
record ListenerReads(Inventory inventory) {

    WireResponse describe(WireRequest request) {
        Form form = Form.of(request);
        List<String> arns = form.list("ListenerArns");
        Optional<String> balancer = form.get("LoadBalancerArn");
        if (arns.isEmpty() && balancer.isEmpty()) {
            throw Refusal.of("ValidationError", "You must specify either listener ARNs or a load balancer ARN");
        }
        balancer.ifPresent(arn -> Inventory.chosen(inventory.balancers(), List.of(arn), BuiltResource::physicalId,
                BalancerReads::unknown));
        List<BuiltResource> chosen = Inventory.chosen(inventory.listeners(), arns, BuiltResource::physicalId,
                ListenerReads::unknown);
        Page<BuiltResource> page = Inventory.page(chosen.stream()
                .filter(one -> balancer.isEmpty() || balancer.equals(one.properties().text("LoadBalancerArn")))
                .toList(), form);
        return Answers.query(request, "DescribeListeners", BalancingWire.NAMESPACE,
                xml -> xml.list("Listeners", "member", page.items(), ListenerReads::listener)
                        .text("NextMarker", page.next()));
    }

    WireResponse rules(WireRequest request) {
        String arn = Form.of(request).required("ListenerArn");
        BuiltResource listener = Inventory
                .chosen(inventory.listeners(), List.of(arn), BuiltResource::physicalId, ListenerReads::unknown)
                .getFirst();
        return Answers.query(request, "DescribeRules", BalancingWire.NAMESPACE,
                xml -> xml.list("Rules", "member", List.of(listener), (to, one) -> to
                        .text("RuleArn", arn.replace(":listener/", ":listener-rule/") + "/default")
                        .text("Priority", "default")
                        .element("Conditions", _ -> {})
                        .list("Actions", "member", one.properties().maps("DefaultActions"), ListenerReads::action)
                        .text("IsDefault", true)));
    }

    /** The target group of the first action. */
    static Optional<String> forwardsTo(BuiltResource listener) {
        return listener.properties()
                .maps("DefaultActions")
                .stream()
                .flatMap(action -> target(action).stream())
                .findFirst();
    }

    private static Refusal unknown(String arn) {
        return Refusal.of("ListenerNotFound", "One or more listeners not found");
    }

    private static void listener(Xml xml, BuiltResource listener) {
        Fields properties = listener.properties();
        xml.text("ListenerArn", listener.physicalId())
                .text("LoadBalancerArn", properties.text("LoadBalancerArn"))
                .text("Port", properties.text("Port"))
                .text("Protocol", properties.text("Protocol"))
                .list("Certificates", "member", properties.maps("Certificates"),
                        (to, one) -> to.text("CertificateArn", one.text("CertificateArn")))
                .text("SslPolicy", properties.text("SslPolicy"))
                .list("DefaultActions", "member", properties.maps("DefaultActions"), ListenerReads::action);
    }

    private static void action(Xml xml, Fields action) {
        Optional<String> target = target(action);
        xml.text("Type", action.text("Type"))
                .text("TargetGroupArn", target)
                .element("ForwardConfig", forward -> forward.list("TargetGroups", "member", target.stream().toList(),
                        (to, arn) -> to.text("TargetGroupArn", arn).text("Weight", 1)));
    }

    private static Optional<String> target(Fields action) {
        return action.text("TargetGroupArn")
                .or(() -> action.fields("ForwardConfig")
                        .maps("TargetGroups")
                        .stream()
                        .flatMap(group -> group.text("TargetGroupArn").stream())
                        .findFirst());
    }
}
