package dev.lambdaflex.simulator.wire.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.model.stack.StackStatus;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.testing.WireWorld;
import dev.lambdaflex.simulator.wire.testing.WireWorld.Called;

/** EC2 over HTTP, beside a tier that was built. */
class NetworkWireTest {

    private final WireWorld wire = new WireWorld(List.of(cloud -> new NetworkWire(cloud, Account.defaults())));

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void whatBelongsToAnAppIsFoundByItsTag() {
        wire.world().withFargate(2);
        Map<String, String> shop = filter("tag:lambdaflex:app", "shop");
        Called vpcs = call("DescribeVpcs", shop);
        assertThat(vpcs.all("vpcId")).hasSize(1);
        assertThat(vpcs.first("cidrBlock")).isEqualTo("10.42.0.0/16");
        assertThat(call("DescribeSubnets", shop).all("cidrBlock")).containsExactly("10.42.0.0/20", "10.42.16.0/20");
        assertThat(call("DescribeSecurityGroups", shop).all("groupId").stream().distinct()).hasSize(2);
        assertThat(call("DescribeInternetGateways", shop).all("internetGatewayId")).hasSize(1);
        assertThat(call("DescribeRouteTables", shop).all("destinationCidrBlock")).containsExactly("0.0.0.0/0");
        assertThat(call("DescribeVpcs", filter("tag:lambdaflex:app", "blog")).all("vpcId")).isEmpty();
        assertThat(call("DescribeVpcs", filter("tag-key", "lambdaflex:*")).all("vpcId")).hasSize(1);
        assertThat(call("DescribeVpcs", filter("colour", "red")).refusal())
                .isEqualTo("400 InvalidParameterValue: The filter 'colour' is invalid");
        assertThat(call("DescribeVpcs", Map.of("VpcId.1", "vpc-1")).refusal())
                .isEqualTo("400 InvalidVpcID.NotFound: The vpc ID 'vpc-1' does not exist");
    }

    @Test
    void tagsAreListedResourceByResource() {
        wire.world().withFargate(2);
        Called ours = call("DescribeTags", Map.of("Filter.1.Name", "key", "Filter.1.Value.1", "lambdaflex:app",
                "Filter.2.Name", "value", "Filter.2.Value.1", "shop"));
        assertThat(ours.all("resourceType")).contains("vpc", "subnet", "internet-gateway", "route-table",
                "security-group");
        assertThat(ours.all("resourceId")).contains(vpc()).doesNotHaveDuplicates();
        assertThat(ours.all("value")).containsOnly("shop");
        assertThat(call("DescribeTags", filter("value", "blog")).all("resourceId")).isEmpty();
    }

    @Test
    void rulesOfSecurityGroupsShowWhoMayTalkToWhom() {
        wire.world().withFargate(2);
        String groups = call("DescribeSecurityGroups", Map.of()).body();
        assertThat(groups).contains("<fromPort>80</fromPort>", "<cidrIp>0.0.0.0/0</cidrIp>",
                "<fromPort>8080</fromPort>",
                "<description>clients</description>");
    }

    @Test
    void interfacesNameTheirOwners() {
        wire.world().withFargate(2);
        Called all = call("DescribeNetworkInterfaces", filter("vpc-id", vpc()));
        assertThat(all.all("networkInterfaceId")).hasSize(3).allMatch(id -> id.matches("eni-0[0-9a-f]{16}"));
        assertThat(all.all("description")).anyMatch(it -> it.startsWith("ELB app/lambda-LoadB-"))
                .anyMatch(it -> it.startsWith("arn:aws:ecs:us-east-1:123456789012:attachment/"));
        assertThat(all.all("status")).containsOnly("in-use");
        assertThat(
                call("DeleteNetworkInterface", Map.of("NetworkInterfaceId", all.first("networkInterfaceId"))).refusal())
                .startsWith("400 InvalidParameterValue: Network interface 'eni-0")
                .endsWith("is currently in use.");
    }

    @Test
    void anInterfaceThatSomebodyMadeHoldsTheNetworkUntilItIsDeleted() {
        wire.world().withFargate(2);
        String subnet = call("DescribeSubnets", Map.of()).first("subnetId");
        String made = call("CreateNetworkInterface", Map.of("SubnetId", subnet, "Description", "a test of mine"))
                .first("networkInterfaceId");
        wire.world().shop().remove("remove-1");
        wire.world().passUntil(() -> status() == StackStatus.DELETE_FAILED);
        Called holders = call("DescribeNetworkInterfaces", filter("vpc-id", vpc()));
        assertThat(holders.all("networkInterfaceId")).containsExactly(made);
        assertThat(holders.first("status")).isEqualTo("available");
        assertThat(holders.first("description")).startsWith("a test of mine");
        assertThat(call("DeleteNetworkInterface", Map.of("NetworkInterfaceId", made)).first("return"))
                .isEqualTo("true");
        assertThat(call("DeleteNetworkInterface", Map.of("NetworkInterfaceId", made)).refusal())
                .startsWith("400 InvalidNetworkInterfaceID.NotFound");
        wire.world().shop().remove("remove-2");
        wire.world().passUntil(() -> wire.world().cloud().stacks().alive().isEmpty());
        assertThat(call("DescribeVpcs", Map.of()).all("vpcId")).isEmpty();
    }

    private StackStatus status() {
        return wire.world().cloud().stacks().alive().getFirst().status();
    }

    private String vpc() {
        return call("DescribeVpcs", Map.of()).first("vpcId");
    }

    private static Map<String, String> filter(String name, String value) {
        return Map.of("Filter.1.Name", name, "Filter.1.Value.1", value);
    }

    private Called call(String action, Map<String, String> parameters) {
        return wire.call("ec2", action, parameters);
    }
}
