package dev.lambdaflex.simulator.wire.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.stack.BuiltResource;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.wire.protocol.Xml;

/** Security groups with their rules, those written into them and those that stand apart. */
record GroupItems(Networking networking) {

    Item item(BuiltResource group) {
        Fields properties = group.properties();
        String vpc = properties.text("VpcId").orElse("");
        String name = properties.text("GroupName").orElse(group.stackName() + "-" + group.logicalId());
        String description = properties.text("GroupDescription").orElse("");
        return new Item(group.physicalId(), Map.of("group-id", List.of(group.physicalId()), "group-name", List.of(name),
                "vpc-id", List.of(vpc), "description", List.of(description)), group.tags(),
                xml -> xml
                        .text("ownerId", networking.account().id())
                        .text("groupId", group.physicalId())
                        .text("groupName", name)
                        .text("groupDescription", description)
                        .text("vpcId", vpc)
                        .list("ipPermissions", "item", rules(group, "Ingress"), (to, rule) -> rule(to, rule, "Source"))
                        .list("ipPermissionsEgress", "item", rules(group, "Egress"),
                                (to, rule) -> rule(to, rule, "Destination")));
    }

    private List<Fields> rules(BuiltResource group, String direction) {
        List<Fields> rules = new ArrayList<>(group.properties().maps("SecurityGroup" + direction));
        networking.built("SecurityGroup" + direction)
                .stream()
                .map(BuiltResource::properties)
                .filter(rule -> rule.text("GroupId").orElse("").equals(group.physicalId()))
                .forEach(rules::add);
        return rules;
    }

    private void rule(Xml xml, Fields rule, String peer) {
        xml.text("ipProtocol", rule.text("IpProtocol"))
                .text("fromPort", rule.text("FromPort"))
                .text("toPort", rule.text("ToPort"))
                .list("groups", "item", present(rule.text(peer + "SecurityGroupId")),
                        (to, id) -> to.text("groupId", id).text("userId", networking.account().id()))
                .list("ipRanges", "item", present(rule.text("CidrIp")),
                        (to, cidr) -> to.text("cidrIp", cidr).text("description", rule.text("Description")))
                .list("ipv6Ranges", "item", present(rule.text("CidrIpv6")), (to, cidr) -> to.text("cidrIpv6", cidr))
                .element("prefixListIds", _ -> {});
    }

    private static List<String> present(Optional<String> text) {
        return text.stream().toList();
    }
}
