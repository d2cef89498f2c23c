package dev.lambdaflex.simulator.model.site;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.lambdaflex.simulator.template.Value.Fields;

/** The types of resources that this cloud builds, with the properties that AWS knows of each. */
enum Kind {
    VPC("AWS::EC2::VPC", "", "CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength InstanceTenancy",
            "EnableDnsHostnames EnableDnsSupport Tags"),
    SUBNET("AWS::EC2::Subnet", "VpcId",
            "AvailabilityZone AvailabilityZoneId CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength Ipv6CidrBlock Ipv6IpamPoolId Ipv6Native "
                    + "Ipv6NetmaskLength OutpostArn",
            "AssignIpv6AddressOnCreation EnableDns64 EnableLniAtDeviceIndex MapPublicIpOnLaunch PrivateDnsNameOptionsOnLaunch Tags"),
    INTERNET_GATEWAY("AWS::EC2::InternetGateway", "", "", "Tags"),
    GATEWAY_ATTACHMENT("AWS::EC2::VPCGatewayAttachment", "VpcId", "InternetGatewayId VpnGatewayId", ""),
    ROUTE_TABLE("AWS::EC2::RouteTable", "VpcId", "", "Tags"),
    ROUTE("AWS::EC2::Route", "RouteTableId", "DestinationCidrBlock DestinationIpv6CidrBlock DestinationPrefixListId",
            "CarrierGatewayId CoreNetworkArn EgressOnlyInternetGatewayId GatewayId InstanceId LocalGatewayId NatGatewayId "
                    + "NetworkInterfaceId TransitGatewayId VpcEndpointId VpcPeeringConnectionId"),
    ROUTE_TABLE_ASSOCIATION("AWS::EC2::SubnetRouteTableAssociation", "RouteTableId SubnetId", "", ""),
    SECURITY_GROUP("AWS::EC2::SecurityGroup", "GroupDescription", "GroupName VpcId",
            "SecurityGroupEgress SecurityGroupIngress Tags"),
    SECURITY_GROUP_INGRESS("AWS::EC2::SecurityGroupIngress", "IpProtocol",
            "CidrIp CidrIpv6 FromPort GroupId GroupName SourcePrefixListId SourceSecurityGroupId SourceSecurityGroupName "
                    + "SourceSecurityGroupOwnerId ToPort",
            "Description"),
    SECURITY_GROUP_EGRESS("AWS::EC2::SecurityGroupEgress", "GroupId IpProtocol",
            "CidrIp CidrIpv6 DestinationPrefixListId DestinationSecurityGroupId FromPort ToPort", "Description"),
    LOAD_BALANCER("AWS::ElasticLoadBalancingV2::LoadBalancer", "",
            "Name Scheme Type EnableCapacityReservationProvisionStabilize",
            "EnablePrefixForIpv6SourceNat EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic IpAddressType Ipv4IpamPoolId "
                    + "LoadBalancerAttributes MinimumLoadBalancerCapacity SecurityGroups SubnetMappings Subnets Tags"),
    TARGET_GROUP("AWS::ElasticLoadBalancingV2::TargetGroup", "",
            "IpAddressType Name Port Protocol ProtocolVersion TargetControlPort TargetType VpcId",
            "HealthCheckEnabled HealthCheckIntervalSeconds HealthCheckPath HealthCheckPort HealthCheckProtocol "
                    + "HealthCheckTimeoutSeconds HealthyThresholdCount Matcher Tags TargetGroupAttributes Targets UnhealthyThresholdCount"),
    LISTENER("AWS::ElasticLoadBalancingV2::Listener", "DefaultActions", "LoadBalancerArn Port Protocol",
            "AlpnPolicy Certificates ListenerAttributes MutualAuthentication SslPolicy"),
    CLUSTER("AWS::ECS::Cluster", "", "ClusterName",
            "CapacityProviders ClusterSettings Configuration DefaultCapacityProviderStrategy ServiceConnectDefaults Tags"),
    TASK_DEFINITION("AWS::ECS::TaskDefinition", "",
            "ContainerDefinitions Cpu EnableFaultInjection EphemeralStorage ExecutionRoleArn Family InferenceAccelerators IpcMode "
                    + "Memory NetworkMode PidMode PlacementConstraints ProxyConfiguration RequiresCompatibilities RuntimePlatform "
                    + "TaskRoleArn Volumes",
            "Tags"),
    SERVICE("AWS::ECS::Service", "",
            "AvailabilityZoneRebalancing CapacityProviderStrategy Cluster DeploymentController EnableExecuteCommand ForceNewDeployment "
                    + "LaunchType LoadBalancers NetworkConfiguration PlacementConstraints PlacementStrategies PlatformVersion Role "
                    + "SchedulingStrategy ServiceConnectConfiguration ServiceName ServiceRegistries TaskDefinition "
                    + "VolumeConfigurations VpcLatticeConfigurations",
            "DeploymentConfiguration DesiredCount EnableECSManagedTags HealthCheckGracePeriodSeconds PropagateTags Tags"),
    ROLE("AWS::IAM::Role", "AssumeRolePolicyDocument", "Path RoleName",
            "Description ManagedPolicyArns MaxSessionDuration PermissionsBoundary Policies Tags"),
    LOG_GROUP("AWS::Logs::LogGroup", "", "LogGroupName",
            "DataProtectionPolicy DeletionProtectionEnabled FieldIndexPolicies KmsKeyId LogGroupClass ResourcePolicyDocument "
                    + "RetentionInDays Tags");

    private static final Map<String, Kind> BY_TYPE = Arrays.stream(values())
            .collect(Collectors.toMap(Kind::type, Function.identity()));

    private final String type;
    private final String required;
    private final String mutable;
    private final String known;

    /**
     * A type.
     *
     * @param required what it cannot do without
     * @param fixed    what a standing one cannot change here; on AWS some of it means a replacement
     * @param mutable  what a standing one can change
     */
    Kind(String type, String required, String fixed, String mutable) {
        this.type = type;
        this.required = required;
        this.mutable = mutable;
        this.known = String.join(" ", required, fixed, mutable);
    }

    static Optional<Kind> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    String type() {
        return type;
    }

    boolean changes(String property) {
        return words(mutable).contains(property);
    }

    /** What is wrong with the properties, as the resource's handler words it; empty for nothing. */
    Optional<String> refusal(String logicalId, Fields properties) {
        List<String> missing = words(required).stream()
                .filter(name -> properties.field(name).isEmpty())
                .sorted()
                .toList();
        List<String> extraneous = properties.fields()
                .keySet()
                .stream()
                .filter(name -> !words(known).contains(name))
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of(failed(logicalId, "required key [%s] not found".formatted(missing.getFirst())));
        }
        return extraneous.isEmpty()
                ? Optional.empty()
                : Optional
                        .of(failed(logicalId, "extraneous key [%s] is not permitted".formatted(extraneous.getFirst())));
    }

    private static String failed(String logicalId, String what) {
        return "Properties validation failed for resource %s with message:\n#: %s".formatted(logicalId, what);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
