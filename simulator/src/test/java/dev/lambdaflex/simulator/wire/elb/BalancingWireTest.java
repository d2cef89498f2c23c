package dev.lambdaflex.simulator.wire.elb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.wire.testing.WireWorld;
import dev.lambdaflex.simulator.wire.testing.WireWorld.Called;

/** Elastic Load Balancing over HTTP, beside a tier that was built. */
class BalancingWireTest {

    private final WireWorld wire = new WireWorld(List.of(BalancingWire::new));

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aBalancerIsProvisioningThenActiveThenGone() {
        wire.world().shop().build("build-1", 2);
        wire.world().passUntil(() -> !call("DescribeLoadBalancers", Map.of()).all("LoadBalancerArn").isEmpty());
        assertThat(call("DescribeLoadBalancers", Map.of()).first("Code")).isEqualTo("provisioning");
        built();
        Called active = call("DescribeLoadBalancers", Map.of());
        assertThat(active.first("Code")).isEqualTo("active");
        assertThat(active.first("DNSName")).isEqualTo(output("LoadBalancerDnsName"));
        assertThat(active.first("CanonicalHostedZoneId")).isEqualTo("Z35SXDOTRQ7X7K");
        assertThat(active.first("VpcId")).isEqualTo(output("VpcId"));
        assertThat(active.all("ZoneName")).containsExactly("us-east-1a", "us-east-1b");
        assertThat(call("DescribeLoadBalancers", Map.of("Names.member.1", active.first("LoadBalancerName"))).status())
                .isEqualTo(200);
        wire.world().shop().remove("remove-1");
        wire.world().passUntil(() -> call("DescribeLoadBalancers", Map.of()).all("LoadBalancerArn").isEmpty());
        assertThat(
                call("DescribeLoadBalancers", Map.of("LoadBalancerArns.member.1", output("LoadBalancerArn"))).refusal())
                .isEqualTo("400 LoadBalancerNotFound: One or more load balancers not found");
    }

    @Test
    void targetsAreKnownByTheirAddressesAndGoThroughTheirStates() {
        built();
        Called health = health();
        assertThat(health.all("State")).containsExactly("healthy", "healthy");
        assertThat(health.all("Id")).allMatch(address -> address.startsWith("10.42."));
        assertThat(health.all("AvailabilityZone")).containsExactlyInAnyOrder("us-east-1a", "us-east-1b");
        wire.world().shop().fargate().orElseThrow().service().scale(1);
        assertThat(health().all("State")).containsExactlyInAnyOrder("healthy", "draining");
        assertThat(health().all("Reason")).containsExactly("Target.DeregistrationInProgress");
        wire.world().fault(Fault.FARGATE_SICK, true);
        wire.world().passSeconds(45);
        assertThat(health().all("State")).containsExactly("unhealthy");
        Called unknown = call("DescribeTargetHealth", Map.of("TargetGroupArn", output("TargetGroupArn"),
                "Targets.member.1.Id", "10.9.9.9"));
        assertThat(unknown.first("State")).isEqualTo("unused");
        assertThat(unknown.first("Reason")).isEqualTo("Target.NotRegistered");
        assertThat(call("DescribeTargetHealth", Map.of("TargetGroupArn", "arn:gone")).refusal())
                .isEqualTo("400 TargetGroupNotFound: One or more target groups not found");
    }

    @Test
    void groupsListenersRulesTagsAndAttributesAreThoseOfTheTemplate() {
        built();
        String balancer = output("LoadBalancerArn");
        Called groups = call("DescribeTargetGroups", Map.of("LoadBalancerArn", balancer));
        assertThat(groups.first("TargetGroupArn")).isEqualTo(output("TargetGroupArn"));
        assertThat(groups.first("HealthCheckPath")).isEqualTo("/readyz");
        assertThat(groups.body()).contains("<member>" + balancer + "</member>", "<TargetType>ip</TargetType>");
        Called listeners = call("DescribeListeners", Map.of("LoadBalancerArn", balancer));
        assertThat(listeners.first("Port")).isEqualTo("80");
        assertThat(listeners.first("Protocol")).isEqualTo("HTTP");
        assertThat(call("DescribeRules", Map.of("ListenerArn", listeners.first("ListenerArn"))).first("IsDefault"))
                .isEqualTo("true");
        Called tags = call("DescribeTags", Map.of("ResourceArns.member.1", balancer));
        assertThat(tags.body()).contains("<Key>lambdaflex:app</Key><Value>shop</Value>",
                "<Key>aws:cloudformation:stack-name</Key><Value>lambdaflex-shop</Value>");
        assertThat(call("DescribeLoadBalancerAttributes", Map.of("LoadBalancerArn", balancer)).body())
                .contains("<Key>client_keep_alive.seconds</Key><Value>60</Value>");
        assertThat(call("DescribeTargetGroupAttributes", Map.of("TargetGroupArn", output("TargetGroupArn"))).body())
                .contains("<Key>deregistration_delay.timeout_seconds</Key><Value>30</Value>");
        assertThat(call("DescribeListeners", Map.of()).refusal())
                .isEqualTo("400 ValidationError: You must specify either listener ARNs or a load balancer ARN");
    }

    private void built() {
        wire.world().withFargate(2);
    }

    private Called health() {
        return call("DescribeTargetHealth", Map.of("TargetGroupArn", output("TargetGroupArn")));
    }

    private String output(String key) {
        return wire.world()
                .cloud()
                .stacks()
                .list()
                .orThrow(error -> new IllegalStateException(error.toString()))
                .getFirst()
                .outputs()
                .getOrDefault(key, "");
    }

    private Called call(String action, Map<String, String> parameters) {
        return wire.call("elasticloadbalancing", action, parameters);
    }
}
