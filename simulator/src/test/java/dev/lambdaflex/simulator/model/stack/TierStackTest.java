package dev.lambdaflex.simulator.model.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.app.TierTemplate;
import dev.lambdaflex.simulator.model.testing.TestCloud;
import dev.lambdaflex.simulator.template.Template;

/** The life of a stack of the real template. */
class TierStackTest {

    private static final String NAME = "lambdaflex-shop";

    private final TestCloud world = new TestCloud(7);
    private final Stacks stacks = world.cloud().stacks();

    @Test
    void everyResourceOfTheTemplateStandsWithAnIdAsAwsFormsIt() {
        world.withFargate(2);
        Map<String, String> ids = given(stacks.resources(NAME)).stream()
                .collect(Collectors.toMap(BuiltResource::logicalId, BuiltResource::physicalId));
        assertThat(ids.keySet()).isEqualTo(TierTemplate.get().resources().keySet());
        assertThat(ids.get("Vpc")).matches("vpc-0[0-9a-f]{16}");
        assertThat(ids.get("SubnetA")).matches("subnet-0[0-9a-f]{16}");
        assertThat(ids.get("DefaultRoute")).matches("rtb-0[0-9a-f]{16}\\|0\\.0\\.0\\.0/0");
        assertThat(ids.get("GatewayAttachment")).isEqualTo("IGW|" + ids.get("Vpc"));
        assertThat(ids.get("LoadBalancer"))
                .matches("arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/"
                        + "lambda-LoadB-[0-9A-Z]{12}/[0-9a-f]{16}");
        assertThat(ids.get("TargetGroup")).matches("arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/"
                + "lambda-Targe-[0-9A-Z]{12}/[0-9a-f]{16}");
        assertThat(ids.get("Listener")).contains(":listener/app/lambda-LoadB-");
        assertThat(ids.get("Cluster")).matches("lambdaflex-shop-Cluster-[0-9A-Z]{12}");
        assertThat(ids.get("Service")).startsWith("arn:aws:ecs:us-east-1:123456789012:service/" + ids.get("Cluster")
                + "/lambdaflex-shop-Service-");
        assertThat(ids.get("TaskDefinition")).endsWith(":1");
        assertThat(ids.get("TaskRole")).matches("lambdaflex-shop-TaskRole-[0-9A-Z]{12}");
    }

    @Test
    void outputsAreThoseOfTheTemplate() {
        world.withFargate(2);
        Map<String, String> outputs = view().outputs();
        assertThat(outputs.keySet()).isEqualTo(TierTemplate.get().outputs().keySet());
        assertThat(outputs.get("LoadBalancerArn")).endsWith("loadbalancer/" + outputs.get("LoadBalancerFullName"));
        assertThat(outputs.get("TargetGroupArn")).endsWith(outputs.get("TargetGroupFullName"));
        assertThat(outputs.get("LoadBalancerHostedZoneId")).isEqualTo("Z35SXDOTRQ7X7K");
        assertThat(outputs.get("ServiceName"))
                .isEqualTo(world.shop().fargate().orElseThrow().service().name());
    }

    @Test
    void whatDoesNotWaitForAnotherIsBuiltSideBySideAndNothingBeforeWhatItNeeds() {
        world.withFargate(2);
        List<StackEvent> events = given(stacks.events(NAME)).reversed();
        Map<String, StackEvent> begun = first(events, "CREATE_IN_PROGRESS");
        Map<String, StackEvent> done = first(events, "CREATE_COMPLETE");
        TierTemplate.get()
                .order()
                .needs()
                .forEach((id, needs) -> needs.forEach(need -> assertThat(
                        event(begun, id).number()).as("%s after %s", id, need)
                        .isGreaterThan(event(done, need).number())));
        assertThat(event(begun, "Cluster").at()).isEqualTo(event(begun, "Vpc").at());
        assertThat(event(begun, "SubnetA").at()).isEqualTo(event(begun, "SubnetB").at());
    }

    @Test
    void removalGoesBackwards() {
        world.withFargate(2);
        String id = view().id();
        given(stacks.delete(NAME, "remove-1"));
        world.passUntil(() -> stacks.alive().isEmpty());
        List<StackEvent> events = given(stacks.events(id)).reversed();
        Map<String, StackEvent> begun = first(events, "DELETE_IN_PROGRESS");
        Map<String, StackEvent> done = first(events, "DELETE_COMPLETE");
        TierTemplate.get()
                .order()
                .needs()
                .forEach((user, needs) -> needs.forEach(need -> assertThat(
                        event(begun, need).number()).as("%s goes after %s", need, user)
                        .isGreaterThan(event(done, user).number())));
        assertThat(given(stacks.resources(id))).extracting(BuiltResource::status).containsOnly("DELETE_COMPLETE");
        assertThat(stacks.built("AWS::EC2::VPC")).isEmpty();
        assertThat(world.cloud().networks().all()).isEmpty();
    }

    @Test
    void whatIsHeldStaysAndNoMoreThanThat() {
        world.withFargate(2);
        world.fault(Fault.NETWORK_HELD, true);
        given(stacks.delete(NAME, "remove-1"));
        world.passUntil(() -> !view().status().inProgress());
        assertThat(view().statusReason())
                .matches("The following resource\\(s\\) failed to delete: \\[Subnet[AB]\\]\\.");
        assertThat(given(stacks.resources(NAME)).stream()
                .filter(resource -> !resource.status().equals("DELETE_COMPLETE"))
                .map(BuiltResource::type)).containsExactly("AWS::EC2::VPC", "AWS::EC2::Subnet");
        assertThat(world.truth().resources().balancers()).isEmpty();
    }

    @Test
    void anUpdateOfTheTaskCountScalesTheService() {
        world.withFargate(2);
        String id = view().id();
        assertThat(given(stacks.update(NAME, tasks("update-1", "4")))).isEqualTo(id);
        assertThat(view().status()).isEqualTo(StackStatus.UPDATE_IN_PROGRESS);
        world.passUntil(() -> !view().status().inProgress());
        assertThat(view().status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(world.shop().fargate().orElseThrow().service().running()).isEqualTo(4);
        assertThat(given(stacks.events(NAME)).stream()
                .filter(event -> event.token().equals("update-1"))
                .map(event -> event.logicalId() + " " + event.status())).containsExactly(
                        "lambdaflex-shop UPDATE_COMPLETE", "lambdaflex-shop UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "Service UPDATE_COMPLETE", "Service UPDATE_IN_PROGRESS", "lambdaflex-shop UPDATE_IN_PROGRESS");
        given(stacks.update(NAME, tasks("update-1", "4")));
        assertThat(view().status()).as("the same token again is the same update")
                .isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void anUpdateWithoutDifferenceIsRefused() {
        world.withFargate(2);
        assertThat(stacks.update(NAME, tasks("update-1", "2")))
                .isEqualTo(Reply.refused("ValidationError", "No updates are to be performed."));
    }

    @Test
    void anUpdateThatFailsGivesTheOldValuesBack() {
        world.withFargate(2);
        world.fault(Fault.CREATION_FAILS, true);
        given(stacks.update(NAME, tasks("update-1", "4")));
        world.passUntil(() -> !view().status().inProgress());
        assertThat(view().status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(view().firstCause().orElseThrow().sentence()).startsWith("Service UPDATE_FAILED: ");
        assertThat(view().details().parameters()).containsEntry("TaskCount", "2");
        assertThat(world.shop().fargate().orElseThrow().service().desired()).isEqualTo(2);
    }

    @Test
    void whatWouldBeReplacedIsNotUpdated() {
        world.withFargate(2);
        StackUpdate image = new StackUpdate("update-1", Optional.empty(), Map.of("ImageUri", "other"),
                Set.of("AppName", "HostName"), Optional.empty(), Set.of("CAPABILITY_IAM"));
        assertThat(stacks.update(NAME, image)).isEqualTo(Reply.refused("ValidationError",
                "the cloud does not change ContainerDefinitions of TaskDefinition (AWS::ECS::TaskDefinition); "
                        + "delete the stack and create it again"));
    }

    @Test
    void whatIsNotInAGoodStateTakesNoUpdate() {
        world.fault(Fault.CREATION_FAILS, true);
        given(world.shop().build("build-1", 2));
        world.passUntil(() -> !view().status().inProgress());
        assertThat(stacks.update(NAME, tasks("update-1", "4"))).isEqualTo(Reply.refused("ValidationError",
                "Stack:%s is in ROLLBACK_COMPLETE state and can not be updated.".formatted(view().id())));
    }

    @Test
    void aFailedCreationIsLeftOrDeletedOnDemand() {
        world.fault(Fault.CREATION_FAILS, true);
        StackRequest request = StackRequest.of(NAME, "build-1", TierTemplate.get(), parameters());
        given(stacks.create(request.onFailure(OnFailure.DO_NOTHING)));
        world.passUntil(() -> !view().status().inProgress());
        assertThat(view().status()).isEqualTo(StackStatus.CREATE_FAILED);
        assertThat(world.truth().resources().balancers()).hasSize(1);
        given(stacks.delete(NAME, "remove-1"));
        world.passUntil(() -> stacks.alive().isEmpty());

        String id = given(stacks.create(StackRequest.of(NAME, "build-2", TierTemplate.get(), parameters())
                .onFailure(OnFailure.DELETE)));
        world.passUntil(() -> stacks.alive().isEmpty());
        assertThat(given(stacks.describe(id)).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(world.truth().resources().left()).isZero();
    }

    @Test
    void capabilitiesMustBeKnown() {
        StackRequest careless = new StackRequest(NAME, "", TierTemplate.get(), parameters(), Map.of(), Set.of(),
                OnFailure.ROLLBACK, Optional.empty(), false);
        assertThat(stacks.create(careless)).isEqualTo(
                Reply.refused("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_IAM]"));
    }

    @Test
    void aProtectedStackIsNotDeletedUntilItIsFree() {
        world.withFargate(2);
        given(stacks.protect(NAME, true));
        assertThat(stacks.delete(NAME, "remove-1")).isEqualTo(Reply.refused("ValidationError",
                "Stack [lambdaflex-shop] cannot be deleted while TerminationProtection is enabled"));
        given(stacks.protect(NAME, false));
        given(stacks.delete(NAME, "remove-2"));
        world.passUntil(() -> stacks.alive().isEmpty());
    }

    @Test
    void whatTheCloudCannotBuildItRefuses() {
        assertThat(create("Resources: {Db: {Type: 'AWS::RDS::DBInstance'}}"))
                .isEqualTo(Reply.refused("ValidationError", "the cloud does not build AWS::RDS::DBInstance (Db)"));
        assertThat(create("Resources: {Db: {Type: 'Foo'}}"))
                .isEqualTo(
                        Reply.refused("ValidationError", "Template format error: Unrecognized resource types: [Foo]"));
        assertThat(create("Resources: {A: {Type: 'AWS::EC2::VPC'}, B: {Type: 'AWS::EC2::VPC'}}"))
                .isEqualTo(Reply.refused("ValidationError",
                        "the cloud builds one AWS::EC2::VPC in a stack (found: A, B)"));
    }

    @Test
    void aResourceWithWrongPropertiesFailsAndIsNamed() {
        given(create("Resources: {Net: {Type: 'AWS::EC2::Subnet', Properties: {CidrBlock: 10.0.0.0/24}}}"));
        assertThat(cause("probe"))
                .isEqualTo("Net CREATE_FAILED: Properties validation failed for resource Net with message:\n"
                        + "#: required key [VpcId] not found");
        given(stacks.delete("probe", ""));
        given(create("Resources: {Vpc: {Type: 'AWS::EC2::VPC', Properties: {CidrBloc: 10.0.0.0/16}}}"));
        assertThat(cause("probe")).endsWith("#: extraneous key [CidrBloc] is not permitted");
    }

    @Test
    void aBalancerNeedsTwoZones() {
        given(create("""
                Resources:
                  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
                  Only: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
                  Alb: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [!Ref Only]}}
                """));
        world.pass(Duration.ofMinutes(5));
        assertThat(cause("probe"))
                .contains("At least two subnets in two different Availability Zones must be specified");
        assertThat(given(stacks.describe("probe")).status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
    }

    @Test
    void aServiceNeedsItsCluster() {
        given(create("""
                Resources:
                  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Port: 80}}
                  Service: {Type: AWS::ECS::Service, Properties: {Cluster: nowhere, TaskDefinition: x}}
                """));
        assertThat(cause("probe")).contains("Cluster not found");
    }

    @Test
    void aConditionThatIsFalseLeavesItsResourceOut() {
        given(create("""
                Parameters: {Net: {Type: String, Default: "no"}}
                Conditions: {WithNet: !Equals [!Ref Net, "yes"]}
                Resources:
                  Vpc: {Type: AWS::EC2::VPC, Condition: WithNet, Properties: {CidrBlock: 10.0.0.0/16}}
                  Log: {Type: AWS::Logs::LogGroup, DependsOn: Vpc}
                Outputs:
                  Net: {Condition: WithNet, Value: !Ref Vpc}
                  Log: {Value: !GetAtt Log.Arn}
                """));
        world.pass(Duration.ofMinutes(1));
        StackView stack = given(stacks.describe("probe"));
        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(stack.outputs().keySet()).containsExactly("Log");
        assertThat(stack.outputs().get("Log"))
                .matches("arn:aws:logs:us-east-1:123456789012:log-group:probe-Log-[0-9A-Z]{12}:\\*");
    }

    @Test
    void aStackOfNoAppIsBuiltBesideTheApps() {
        Map<String, String> other = new LinkedHashMap<>(parameters());
        other.put("AppName", "stranger");
        given(stacks.create(StackRequest.of("other", "", TierTemplate.get(), other)));
        world.passUntil(() -> !given(stacks.describe("other")).status().inProgress());
        assertThat(given(stacks.describe("other")).status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(world.shop().fargate()).isEmpty();
        assertThat(world.truth().resources().left()).isZero();
    }

    private Reply<String> create(String template) {
        return stacks
                .create(StackRequest.of("probe", "", Template.read(template).orThrow(IllegalArgumentException::new),
                        Map.of()));
    }

    private String cause(String stack) {
        return given(stacks.describe(stack)).firstCause().orElseThrow().sentence();
    }

    private static Map<String, String> parameters() {
        return Map.of("AppName", "shop", "HostName", "shop.example.test", "ImageUri", "shop");
    }

    private static StackUpdate tasks(String token, String tasks) {
        return new StackUpdate(token, Optional.empty(), Map.of("TaskCount", tasks),
                Set.of("AppName", "HostName", "ImageUri"), Optional.empty(), Set.of("CAPABILITY_IAM"));
    }

    private static Map<String, StackEvent> first(List<StackEvent> events, String status) {
        Map<String, StackEvent> first = new LinkedHashMap<>();
        events.stream()
                .filter(event -> event.status().equals(status))
                .forEach(event -> first.putIfAbsent(event.logicalId(), event));
        return first;
    }

    private static StackEvent event(Map<String, StackEvent> events, String logicalId) {
        return Optional.ofNullable(events.get(logicalId)).orElseThrow();
    }

    private StackView view() {
        return given(stacks.describe(NAME));
    }

    private static <T> T given(Reply<T> reply) {
        return reply.orThrow(error -> new IllegalStateException(error.toString()));
    }
}
