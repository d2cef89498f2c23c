package dev.lambdaflex.simulator.wire.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.app.TierTemplate;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.testing.WireWorld;
import dev.lambdaflex.simulator.wire.testing.WireWorld.Called;

/** CloudFormation over HTTP. */
class CloudFormationWireTest {

    private static final String NAME = "lambdaflex-shop";

    private final WireWorld wire = new WireWorld(
            List.of(cloud -> new CloudFormationWire(cloud.stacks(), Account.defaults())));

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aStackIsCreatedLookedAtAndDeleted() {
        String id = create("token-1").first("StackId");
        assertThat(id).matches("arn:aws:cloudformation:us-east-1:123456789012:stack/lambdaflex-shop/[-0-9a-f]{36}");
        assertThat(create("token-1").first("StackId")).isEqualTo(id);
        Called building = call("DescribeStacks", Map.of("StackName", NAME));
        assertThat(building.first("StackStatus")).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(building.all("OutputKey")).isEmpty();

        settle();
        Called built = call("DescribeStacks", Map.of("StackName", id));
        assertThat(built.first("StackStatus")).isEqualTo("CREATE_COMPLETE");
        assertThat(built.all("OutputKey")).contains("LoadBalancerDnsName", "VpcId");
        assertThat(built.all("ParameterKey")).contains("AppName", "TaskCount");
        assertThat(built.body()).contains("<Key>run</Key><Value>7</Value>", "<member>CAPABILITY_IAM</member>");
        assertThat(call("DescribeStacks", Map.of()).all("StackName")).containsExactly(NAME);

        assertThat(call("DeleteStack", Map.of("StackName", NAME, "ClientRequestToken", "token-2")).status())
                .isEqualTo(200);
        settle();
        assertThat(call("DescribeStacks", Map.of("StackName", NAME)).refusal())
                .isEqualTo("400 ValidationError: Stack with id lambdaflex-shop does not exist");
        assertThat(call("DescribeStacks", Map.of("StackName", id)).first("StackStatus")).isEqualTo("DELETE_COMPLETE");
        assertThat(call("DescribeStacks", Map.of()).all("StackName")).isEmpty();
        assertThat(call("ListStacks", Map.of("StackStatusFilter.member.1", "DELETE_COMPLETE")).all("StackId"))
                .containsExactly(id);
    }

    @Test
    void eventsComeInPagesAndEachCarriesItsToken() {
        create("token-1");
        settle();
        List<String> ids = new ArrayList<>();
        Called page = call("DescribeStackEvents", Map.of("StackName", NAME));
        assertThat(page.all("EventId").size()).isLessThanOrEqualTo(100);
        ids.addAll(page.all("EventId"));
        while (!page.all("NextToken").isEmpty()) {
            page = call("DescribeStackEvents", Map.of("StackName", NAME, "NextToken", page.first("NextToken")));
            ids.addAll(page.all("EventId"));
        }
        Set<String> different = new HashSet<>(ids);
        assertThat(ids).hasSameSizeAs(different);
        assertThat(page.all("ClientRequestToken")).containsOnly("token-1");
        assertThat(ids.getFirst()).startsWith("lambdaflex-shop-CREATE_COMPLETE");
        assertThat(call("DescribeStackEvents", Map.of("StackName", "nobody")).refusal())
                .isEqualTo("400 ValidationError: Stack [nobody] does not exist");
    }

    @Test
    void resourcesAreListedAndFoundByTheirIds() {
        create("token-1");
        settle();
        Called listed = call("ListStackResources", Map.of("StackName", NAME));
        assertThat(listed.all("LogicalResourceId")).hasSize(TierTemplate.get().resources().size());
        Called vpc = call("DescribeStackResource", Map.of("StackName", NAME, "LogicalResourceId", "Vpc"));
        assertThat(vpc.first("ResourceStatus")).isEqualTo("CREATE_COMPLETE");
        Called all = call("DescribeStackResources", Map.of("PhysicalResourceId", vpc.first("PhysicalResourceId")));
        assertThat(all.all("LogicalResourceId")).contains("Vpc", "Service");
        assertThat(call("DescribeStackResource", Map.of("StackName", NAME, "LogicalResourceId", "Gone")).refusal())
                .isEqualTo("400 ValidationError: Resource Gone does not exist for stack lambdaflex-shop");
    }

    @Test
    void anUpdateTakesThePreviousTemplateAndValues() {
        create("token-1");
        settle();
        Map<String, String> update = new LinkedHashMap<>(Map.of("StackName", NAME, "UsePreviousTemplate", "true",
                "Capabilities.member.1", "CAPABILITY_IAM", "Parameters.member.1.ParameterKey", "TaskCount",
                "Parameters.member.1.ParameterValue", "3"));
        for (int i = 2; i <= 4; i++) {
            update.put("Parameters.member.%d.ParameterKey".formatted(i),
                    List.of("AppName", "HostName", "ImageUri").get(i - 2));
            update.put("Parameters.member.%d.UsePreviousValue".formatted(i), "true");
        }
        assertThat(call("UpdateStack", update).status()).isEqualTo(200);
        settle();
        assertThat(call("DescribeStacks", Map.of("StackName", NAME)).first("StackStatus")).isEqualTo("UPDATE_COMPLETE");
        assertThat(wire.world().shop().fargate().orElseThrow().service().running()).isEqualTo(3);
        assertThat(call("UpdateStack", update).refusal())
                .isEqualTo("400 ValidationError: No updates are to be performed.");
    }

    @Test
    void whatIsWrongIsToldAsAwsTellsIt() {
        assertThat(call("CreateStack", Map.of("StackName", NAME)).refusal())
                .isEqualTo("400 ValidationError: Either Template URL or Template Body must be specified.");
        assertThat(call("CreateStack", Map.of("TemplateBody", "x")).refusal())
                .isEqualTo(
                        "400 ValidationError: 1 validation error detected: Value null at 'stackName' failed to satisfy constraint: "
                                + "Member must not be null");
        assertThat(call("CreateStack", without("Capabilities.member.1")).refusal())
                .isEqualTo("400 InsufficientCapabilitiesException: Requires capabilities : [CAPABILITY_IAM]");
        assertThat(
                call("CreateStack", without("Parameters.member.2.ParameterKey", "Parameters.member.2.ParameterValue"))
                        .refusal())
                .isEqualTo("400 ValidationError: Parameters: [HostName] must have values");
        create("token-1");
        assertThat(create("token-9").refusal())
                .isEqualTo("400 AlreadyExistsException: Stack [lambdaflex-shop] already exists");
        assertThat(call("DeleteStack", Map.of("StackName", NAME, "ClientRequestToken", "token-1")).refusal())
                .isEqualTo("400 TokenAlreadyExistsException: Token [token-1] was already used by another operation");
        assertThat(call("DetectStackDrift", Map.of("StackName", NAME)).refusal())
                .isEqualTo("501 NotImplemented: the cloud does not play cloudformation DetectStackDrift");
        wire.world().fault(Fault.CLOUDFORMATION_AWAY, true);
        assertThat(call("DescribeStacks", Map.of()).refusal())
                .isEqualTo("503 ServiceUnavailable: CloudFormation is unavailable");
    }

    @Test
    void aFailedCreationNamesItsCause() {
        wire.world().fault(Fault.FARGATE_SICK, true);
        Map<String, String> request = new LinkedHashMap<>(request("token-1"));
        request.put("OnFailure", "DELETE");
        String id = call("CreateStack", request).first("StackId");
        settle();
        assertThat(call("DescribeStacks", Map.of("StackName", id)).first("StackStatus")).isEqualTo("DELETE_COMPLETE");
        assertThat(call("DescribeStackEvents", Map.of("StackName", id)).all("ResourceStatusReason"))
                .anyMatch(reason -> reason.contains("ECS Deployment Circuit Breaker was triggered"))
                .contains("The following resource(s) failed to create: [Service]. Delete requested by user.");
        request.put("OnFailure", "SULK");
        assertThat(call("CreateStack", request).refusal()).contains("'SULK' at 'onFailure'");
    }

    @Test
    void templatesAreValidatedAndGivenBack() {
        String body = TierTemplate.get().body();
        Called valid = call("ValidateTemplate", Map.of("TemplateBody", body));
        assertThat(valid.all("ParameterKey")).containsAll(TierTemplate.get().parameters().keySet());
        assertThat(valid.body()).contains("<member>CAPABILITY_IAM</member>");
        assertThat(valid.first("CapabilitiesReason"))
                .isEqualTo("The following resource(s) require capabilities: [AWS::IAM::Role]");
        create("token-1");
        assertThat(call("GetTemplate", Map.of("StackName", NAME)).first("TemplateBody")).isEqualTo(body);
        assertThat(call("GetTemplateSummary", Map.of("StackName", NAME)).body())
                .contains("<member>AWS::ECS::Service</member>", "<member>512</member>");
        assertThat(
                call("ValidateTemplate", Map.of("TemplateBody", "Resources: {A: {Type: 'AWS::SQS::Queue'}}")).refusal())
                .isEqualTo("400 ValidationError: the cloud does not build AWS::SQS::Queue (A)");
    }

    private Called create(String token) {
        return call("CreateStack", request(token));
    }

    private static Map<String, String> without(String... names) {
        Map<String, String> request = new LinkedHashMap<>(request("token-0"));
        List.of(names).forEach(request::remove);
        return request;
    }

    private static Map<String, String> request(String token) {
        Map<String, String> request = new LinkedHashMap<>(Map.of("StackName", NAME, "TemplateBody",
                TierTemplate.get().body(),
                "ClientRequestToken", token, "Capabilities.member.1", "CAPABILITY_IAM", "Tags.member.1.Key", "run",
                "Tags.member.1.Value", "7", "TimeoutInMinutes", "60"));
        int number = 1;
        for (String parameter : List.of("AppName", "HostName", "ImageUri")) {
            request.put("Parameters.member.%d.ParameterKey".formatted(number), parameter);
            request.put("Parameters.member.%d.ParameterValue".formatted(number),
                    parameter.equals("HostName") ? "shop.example.test" : "shop");
            number++;
        }
        return request;
    }

    private Called call(String action, Map<String, String> parameters) {
        return wire.call("cloudformation", action, parameters);
    }

    private void settle() {
        wire.world()
                .passUntil(() -> wire.world()
                        .cloud()
                        .stacks()
                        .alive()
                        .stream()
                        .noneMatch(stack -> stack.status().inProgress()));
    }
}
