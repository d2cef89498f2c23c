package dev.lambdaflex.simulator.model.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.app.BuildTimes;
import dev.lambdaflex.simulator.model.service.NetworkInterface;
import dev.lambdaflex.simulator.model.service.NetworkInterfaces;
import dev.lambdaflex.simulator.model.service.Networks;
import dev.lambdaflex.simulator.model.site.Piece.Times;
import dev.lambdaflex.simulator.model.stack.StackResource.Made;
import dev.lambdaflex.simulator.template.Value;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Text;

/** What a network is made of. The VPC takes the time of a network; what is in it comes and goes in seconds. */
final class NetworkPieces {

    private final Names names;
    private final BuildTimes times;
    private final NetworkInterfaces interfaces;
    private final Networks networks;
    private final Zones zones;

    NetworkPieces(Names names, BuildTimes times, NetworkInterfaces interfaces, Networks networks, Zones zones) {
        this.names = names;
        this.times = times;
        this.interfaces = interfaces;
        this.networks = networks;
        this.zones = zones;
    }

    Piece vpc(String logicalId) {
        Times slow = new Times(times.network(), times.networkRemoval());
        return Piece.of(slow, properties -> made(names.id("vpc", logicalId), Map.of(
                "VpcId", new Text(names.id("vpc", logicalId)),
                "CidrBlock", properties.field("CidrBlock").orElse(new Text("")),
                "DefaultSecurityGroup", new Text(names.id("sg", logicalId + " default")),
                "DefaultNetworkAcl", new Text(names.id("acl", logicalId)))))
                .standing((_, vpc) -> networks.open(vpc.physicalId(), interfaces))
                .heldBy(vpc -> held("vpc", vpc.physicalId(), interfaces.owners()))
                .going(vpc -> networks.close(vpc.physicalId()));
    }

    Piece subnet(String logicalId) {
        String id = names.id("subnet", logicalId);
        return Piece.of(small(), properties -> made(id, Map.of("SubnetId", new Text(id),
                "AvailabilityZone", new Text(zone(properties)), "VpcId", field(properties, "VpcId"),
                "CidrBlock", field(properties, "CidrBlock"))))
                .standing((properties, _) -> {
                    interfaces.subnet(id, properties.text("CidrBlock").orElse("10.0.0.0/16"));
                    zones.put(id, zone(properties));
                })
                .heldBy(_ -> held("subnet", id, interfaces.all()
                        .stream()
                        .filter(one -> one.subnetId().equals(id))
                        .map(NetworkInterface::owner)
                        .toList()))
                .going(_ -> interfaces.withoutSubnet(id));
    }

    Piece internetGateway(String logicalId) {
        return plain(names.id("igw", logicalId), "InternetGatewayId");
    }

    /** Its id is what it joins. */
    Piece gatewayAttachment() {
        return Piece.of(small(), properties -> made("IGW|" + properties.text("VpcId").orElse(""),
                Map.of("AttachmentType", new Text("IGW"))));
    }

    Piece routeTable(String logicalId) {
        return plain(names.id("rtb", logicalId), "RouteTableId");
    }

    Piece route() {
        return Piece.of(small(), properties -> {
            String destination = properties.text("DestinationCidrBlock")
                    .or(() -> properties.text("DestinationIpv6CidrBlock"))
                    .orElse("");
            return made(properties.text("RouteTableId").orElse("") + "|" + destination,
                    Map.of("CidrBlock", new Text(destination)));
        });
    }

    Piece association(String logicalId) {
        return plain(names.id("rtbassoc", logicalId), "Id");
    }

    Piece securityGroup(String logicalId) {
        String id = names.id("sg", logicalId);
        return Piece.of(small(), properties -> made(id, Map.of("GroupId", new Text(id), "Id", new Text(id),
                "VpcId", field(properties, "VpcId"))));
    }

    Piece rule(String logicalId) {
        return plain(names.id("sgr", logicalId), "Id");
    }

    private Piece plain(String id, String attribute) {
        return Piece.of(small(), _ -> made(id, Map.of(attribute, new Text(id))));
    }

    private Times small() {
        return new Times(times.small(), times.small());
    }

    private String zone(Fields properties) {
        return properties.text("AvailabilityZone").orElseGet(zones::any);
    }

    private static Value field(Fields properties, String name) {
        return properties.field(name).orElse(new Text(""));
    }

    private static Made made(String id, Map<String, Value> attributes) {
        return new Made(id, attributes);
    }

    private static Optional<String> held(String what, String id, List<String> owners) {
        return owners.isEmpty()
                ? Optional.empty()
                : Optional.of("The %s '%s' has dependencies and cannot be deleted. (network interfaces of: %s)"
                        .formatted(what, id, String.join(", ", owners)));
    }
}
