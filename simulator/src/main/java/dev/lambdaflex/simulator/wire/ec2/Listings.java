package dev.lambdaflex.simulator.wire.ec2;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.lambdaflex.simulator.model.stack.BuiltResource;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.wire.ec2.Listing.Missing;
import dev.lambdaflex.simulator.wire.protocol.Xml;

/** The Describe operations. */
final class Listings {

    private final Networking networking;

    private Listings(Networking networking) {
        this.networking = networking;
    }

    static List<Listing> all(Networking networking) {
        Listings listings = new Listings(networking);
        InterfaceItems interfaces = new InterfaceItems(networking);
        return List.of(
                listings.of("DescribeVpcs", "VpcId", "vpcSet",
                        new Missing("InvalidVpcID.NotFound", "The vpc ID '%s' does not exist"),
                        Set.of("vpc-id", "cidr", "cidr-block", "state", "is-default", "owner-id"), "VPC",
                        listings::vpc),
                listings.of("DescribeSubnets", "SubnetId", "subnetSet",
                        new Missing("InvalidSubnetID.NotFound", "The subnet ID '%s' does not exist"),
                        Set.of("vpc-id", "subnet-id", "availability-zone", "cidr-block", "state"), "Subnet",
                        listings::subnet),
                listings.of("DescribeInternetGateways", "InternetGatewayId", "internetGatewaySet",
                        new Missing("InvalidInternetGatewayID.NotFound", "The internetGateway ID '%s' does not exist"),
                        Set.of("internet-gateway-id", "attachment.vpc-id"), "InternetGateway", listings::gateway),
                listings.of("DescribeRouteTables", "RouteTableId", "routeTableSet",
                        new Missing("InvalidRouteTableID.NotFound", "The routeTable ID '%s' does not exist"),
                        Set.of("route-table-id", "vpc-id"), "RouteTable", listings::routeTable),
                listings.of("DescribeSecurityGroups", "GroupId", "securityGroupInfo",
                        new Missing("InvalidGroup.NotFound", "The security group '%s' does not exist"),
                        Set.of("group-id", "group-name", "vpc-id", "description"), "SecurityGroup",
                        new GroupItems(networking)::item),
                new Listing("DescribeNetworkInterfaces", "NetworkInterfaceId", "networkInterfaceSet",
                        new Missing("InvalidNetworkInterfaceID.NotFound",
                                "The networkInterface ID '%s' does not exist"),
                        InterfaceItems.FILTERS, interfaces::all));
    }

    private Listing of(String operation, String ids, String set, Missing missing, Set<String> filters, String type,
            Function<BuiltResource, Item> item) {
        return new Listing(operation, ids, set, missing, filters,
                () -> networking.built(type).stream().map(item).toList());
    }

    private Item vpc(BuiltResource vpc) {
        String cidr = vpc.properties().text("CidrBlock").orElse("");
        String owner = networking.account().id();
        return new Item(vpc.physicalId(),
                Map.of("vpc-id", List.of(vpc.physicalId()), "cidr", List.of(cidr), "cidr-block",
                        List.of(cidr), "state", List.of("available"), "is-default", List.of("false"), "owner-id",
                        List.of(owner)),
                vpc.tags(), xml -> xml.text("vpcId", vpc.physicalId())
                        .text("ownerId", owner)
                        .text("state", "available")
                        .text("cidrBlock", cidr)
                        .text("dhcpOptionsId", "default")
                        .text("instanceTenancy", vpc.properties().text("InstanceTenancy").orElse("default"))
                        .text("isDefault", false));
    }

    private Item subnet(BuiltResource subnet) {
        Fields properties = subnet.properties();
        String vpc = properties.text("VpcId").orElse("");
        String zone = subnet.attribute("AvailabilityZone");
        String cidr = properties.text("CidrBlock").orElse("");
        return new Item(subnet.physicalId(), Map.of("vpc-id", List.of(vpc), "subnet-id", List.of(subnet.physicalId()),
                "availability-zone", List.of(zone), "cidr-block", List.of(cidr), "state", List.of("available")),
                subnet.tags(), xml -> xml.text("subnetId", subnet.physicalId())
                        .text("subnetArn", networking.account().arn("ec2", "subnet/" + subnet.physicalId()))
                        .text("state", "available")
                        .text("vpcId", vpc)
                        .text("cidrBlock", cidr)
                        .text("availableIpAddressCount", free(subnet.physicalId(), cidr))
                        .text("availabilityZone", zone)
                        .text("ownerId", networking.account().id())
                        .text("defaultForAz", false)
                        .text("mapPublicIpOnLaunch", properties.text("MapPublicIpOnLaunch").orElse("false")));
    }

    /** AWS keeps five addresses of each subnet. */
    private long free(String subnetId, String cidr) {
        int bits = 32 - Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
        long taken = networking.interfaces().stream().filter(it -> it.one().subnetId().equals(subnetId)).count();
        return (1L << bits) - 5 - taken;
    }

    private Item gateway(BuiltResource gateway) {
        List<String> vpcs = networking.built("VPCGatewayAttachment")
                .stream()
                .filter(one -> one.properties().text("InternetGatewayId").orElse("").equals(gateway.physicalId()))
                .flatMap(one -> one.properties().text("VpcId").stream())
                .toList();
        return new Item(gateway.physicalId(), Map.of("internet-gateway-id", List.of(gateway.physicalId()),
                "attachment.vpc-id", vpcs), gateway.tags(),
                xml -> xml.text("internetGatewayId", gateway.physicalId())
                        .text("ownerId", networking.account().id())
                        .list("attachmentSet", "item", vpcs,
                                (to, vpc) -> to.text("vpcId", vpc).text("state", "available")));
    }

    private Item routeTable(BuiltResource table) {
        String vpc = table.properties().text("VpcId").orElse("");
        return new Item(table.physicalId(),
                Map.of("route-table-id", List.of(table.physicalId()), "vpc-id", List.of(vpc)),
                table.tags(), xml -> xml.text("routeTableId", table.physicalId())
                        .text("vpcId", vpc)
                        .text("ownerId", networking.account().id())
                        .list("routeSet", "item", of("Route", table), Listings::route)
                        .list("associationSet", "item", of("SubnetRouteTableAssociation", table),
                                Listings::association));
    }

    private List<BuiltResource> of(String type, BuiltResource table) {
        return networking.built(type)
                .stream()
                .filter(one -> one.properties().text("RouteTableId").orElse("").equals(table.physicalId()))
                .toList();
    }

    private static void route(Xml xml, BuiltResource route) {
        xml.text("destinationCidrBlock", route.properties().text("DestinationCidrBlock"))
                .text("gatewayId", route.properties().text("GatewayId"))
                .text("state", "active")
                .text("origin", "CreateRoute");
    }

    private static void association(Xml xml, BuiltResource association) {
        xml.text("routeTableAssociationId", association.physicalId())
                .text("routeTableId", association.properties().text("RouteTableId"))
                .text("subnetId", association.properties().text("SubnetId"))
                .text("main", false);
    }
}
