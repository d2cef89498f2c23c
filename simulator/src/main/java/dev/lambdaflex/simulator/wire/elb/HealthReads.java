package dev.lambdaflex.simulator.wire.elb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.simulator.model.balancer.TargetGroup;
import dev.lambdaflex.simulator.model.balancer.TargetHealth;
import dev.lambdaflex.simulator.model.service.NetworkInterface;
import dev.lambdaflex.simulator.model.stack.BuiltResource;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.Xml;

/** Looks at the health of targets. Targets of Fargate are known by the address of their task. */
record HealthReads(Inventory inventory) {

    private record Shown(String address, String zone, TargetHealth health) {}

    WireResponse describe(WireRequest request) {
        Form form = Form.of(request);
        BuiltResource group = GroupReads.find(inventory, form.required("TargetGroupArn"));
        String port = group.properties().text("Port").orElse("80");
        List<String> asked = form.structures("Targets").stream().map(target -> target.required("Id")).toList();
        List<Shown> shown = shown(group, asked);
        return Answers.query(request, "DescribeTargetHealth", BalancingWire.NAMESPACE,
                xml -> xml.list("TargetHealthDescriptions", "member", shown, (to, target) -> target(to, target, port)));
    }

    private List<Shown> shown(BuiltResource group, List<String> asked) {
        List<Shown> registered = inventory.group(group)
                .map(TargetGroup::health)
                .orElse(List.of())
                .stream()
                .map(this::shown)
                .toList();
        if (asked.isEmpty()) {
            return registered;
        }
        List<Shown> shown = new ArrayList<>();
        for (String address : asked) {
            shown.add(registered.stream()
                    .filter(target -> target.address().equals(address))
                    .findFirst()
                    .orElse(new Shown(address, "", new TargetHealth(address, TargetHealth.State.UNUSED,
                            "Target.NotRegistered"))));
        }
        return shown;
    }

    private Shown shown(TargetHealth health) {
        Optional<NetworkInterface> its = inventory.interfaceOf(health.targetId());
        String zone = its.flatMap(one -> inventory.subnet(one.subnetId()))
                .map(subnet -> subnet.attribute("AvailabilityZone"))
                .orElse("");
        return new Shown(its.map(NetworkInterface::privateIp).orElse(health.targetId()), zone, health);
    }

    private static void target(Xml xml, Shown target, String port) {
        TargetHealth health = target.health();
        Optional<String> reason = health.reason().isEmpty() ? Optional.empty() : Optional.of(health.reason());
        xml.element("Target", it -> it.text("Id", target.address())
                .text("Port", port)
                .text("AvailabilityZone", target.zone().isEmpty() ? Optional.empty() : Optional.of(target.zone())))
                .text("HealthCheckPort", port)
                .element("TargetHealth", it -> it.text("State", health.state().word())
                        .text("Reason", reason)
                        .text("Description", reason.map(HealthReads::description)));
    }

    private static String description(String reason) {
        return switch (reason) {
            case "Elb.RegistrationInProgress" -> "Target registration is in progress";
            case "Elb.InitialHealthChecking" -> "Initial health checks in progress";
            case "Target.FailedHealthChecks" -> "Health checks failed";
            case "Target.DeregistrationInProgress" -> "Target deregistration is in progress";
            case "Target.NotInUse" -> "Target group is not configured to receive traffic from the load balancer";
            case "Target.NotRegistered" -> "Target is not registered to the target group";
            default -> reason;
        };
    }
}
