package dev.lambdaflex.simulator.wire.ec2;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.lambdaflex.simulator.model.service.NetworkInterface;
import dev.lambdaflex.simulator.wire.ec2.Networking.Placed;

/** Network interfaces: a balancer's, one of each task, and those that somebody made by hand. */
record InterfaceItems(Networking networking) {

    static final Set<String> FILTERS = Set.of("vpc-id", "subnet-id", "network-interface-id", "group-id", "status",
            "description", "availability-zone", "private-ip-address", "requester-managed", "interface-type",
            "owner-id");

    List<Item> all() {
        return networking.interfaces().stream().map(this::item).toList();
    }

    Item item(Placed placed) {
        NetworkInterface one = placed.one();
        String description = description(placed);
        String zone = networking.subnet(one.subnetId()).map(subnet -> subnet.attribute("AvailabilityZone")).orElse("");
        boolean used = networking.inUse(placed);
        String status = used ? "in-use" : "available";
        List<String> groups = networking.groups(placed);
        String owner = networking.account().id();
        return new Item(one.id(), Map.ofEntries(Map.entry("vpc-id", List.of(placed.vpcId())),
                Map.entry("subnet-id", List.of(one.subnetId())), Map.entry("network-interface-id", List.of(one.id())),
                Map.entry("group-id", groups), Map.entry("status", List.of(status)),
                Map.entry("description", List.of(description)), Map.entry("availability-zone", List.of(zone)),
                Map.entry("private-ip-address", List.of(one.privateIp())),
                Map.entry("requester-managed", List.of(String.valueOf(used))),
                Map.entry("interface-type", List.of("interface")), Map.entry("owner-id", List.of(owner))), Map.of(),
                xml -> xml.text("networkInterfaceId", one.id())
                        .text("subnetId", one.subnetId())
                        .text("vpcId", placed.vpcId())
                        .text("availabilityZone", zone)
                        .text("description", description)
                        .text("ownerId", owner)
                        .text("requesterManaged", used)
                        .text("status", status)
                        .text("privateIpAddress", one.privateIp())
                        .text("interfaceType", "interface")
                        .text("sourceDestCheck", true)
                        .list("groupSet", "item", groups, (to, group) -> to.text("groupId", group))
                        .list("privateIpAddressesSet", "item", List.of(one.privateIp()),
                                (to, address) -> to.text("privateIpAddress", address).text("primary", true)));
    }

    /** AWS names the owner here, and nowhere else. */
    private String description(Placed placed) {
        if (placed.one().owner().equals(Networking.BALANCER)) {
            return "ELB " + networking.balancerName(placed);
        }
        return networking.isTask(placed)
                ? networking.account().arn("ecs", "attachment/" + placed.one().owner())
                : placed.one().owner();
    }
}
