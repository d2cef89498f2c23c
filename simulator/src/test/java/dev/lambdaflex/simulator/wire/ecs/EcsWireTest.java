package dev.lambdaflex.simulator.wire.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.app.TierTemplate;
import dev.lambdaflex.simulator.model.stack.StackRequest;
import dev.lambdaflex.simulator.model.stack.StackStatus;
import dev.lambdaflex.simulator.wire.testing.ServicesRig;
import dev.lambdaflex.simulator.wire.testing.ServicesRig.Answer;

class EcsWireTest {

    private final ServicesRig rig = new ServicesRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void thereIsNothingBeforeATierIsBuilt() {
        assertThat(call("ListClusters", "{}").json().toString()).isEqualTo("{\"clusterArns\":[]}");
        assertThat(refused("DescribeServices", "{'cluster':'shop','services':['shop']}"))
                .isEqualTo("400 ClusterNotFoundException: Cluster not found.");
        assertThat(call("DescribeClusters", "{'clusters':['shop']}").json().toString()).isEqualTo(
                "{\"clusters\":[],\"failures\":[{\"arn\":\"arn:aws:ecs:us-east-1:123456789012:cluster/shop\",\"reason\":\"MISSING\"}]}");
    }

    @Test
    void aSteadyServiceShowsItsDeploymentItsEventsAndItsPlace() {
        JsonNode service = describe(standing(2), 2);
        assertThat(service.path("serviceArn").asText()).isEqualTo("arn:aws:ecs:us-east-1:123456789012:service/%s/%s"
                .formatted(cluster(), service.path("serviceName").asText()));
        assertThat(service.path("status").asText()).isEqualTo("ACTIVE");
        JsonNode deployment = service.path("deployments").path(0);
        assertThat(service.path("deployments")).hasSize(1);
        assertThat(deployment.path("status").asText()).isEqualTo("PRIMARY");
        assertThat(deployment.path("rolloutState").asText()).isEqualTo("COMPLETED");
        assertThat(deployment.path("failedTasks").asInt()).isZero();
        assertThat(deployment.path("createdAt").isNumber()).isTrue();
        JsonNode events = service.path("events");
        assertThat(events.path(0).path("message").asText()).endsWith("has reached a steady state.");
        assertThat(events.path(0).path("createdAt").asDouble())
                .isGreaterThanOrEqualTo(events.path(events.size() - 1).path("createdAt").asDouble());
        JsonNode balancer = service.path("loadBalancers").path(0);
        assertThat(balancer.path("targetGroupArn").asText())
                .startsWith("arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/");
        assertThat(balancer.path("containerName").asText()).isEqualTo("app");
        JsonNode network = service.path("networkConfiguration").path("awsvpcConfiguration");
        assertThat(network.path("subnets")).hasSize(2);
        assertThat(network.path("assignPublicIp").asText()).isEqualTo("ENABLED");
        assertThat(service.has("tags")).isFalse();
    }

    @Test
    void servicesAndClustersAreListedAndDescribed() {
        String name = standing(1);
        assertThat(call("ListServices", in("")).json().path("serviceArns").path(0).asText())
                .endsWith("service/%s/%s".formatted(cluster(), name));
        JsonNode described = call("DescribeClusters", "{'clusters':['%s']}".formatted(cluster())).json()
                .path("clusters")
                .path(0);
        assertThat(described.path("runningTasksCount").asInt()).isEqualTo(1);
        assertThat(described.path("activeServicesCount").asInt()).isEqualTo(1);
        JsonNode tagged = call("DescribeServices", in(",'services':['%s'],'include':['TAGS']".formatted(name))).json()
                .path("services")
                .path(0);
        assertThat(tagged.path("tags").toString()).contains("{\"key\":\"lambdaflex:app\",\"value\":\"shop\"}");
    }

    @Test
    void whatIsMissingIsAFailureOfASuccessfulCall() {
        standing(1);
        JsonNode answer = call("DescribeServices", in(",'services':['nobody']")).json();
        assertThat(answer.path("services")).isEmpty();
        assertThat(answer.path("failures").path(0).path("reason").asText()).isEqualTo("MISSING");
        assertThat(
                call("DescribeTasks", in(",'tasks':['nobody']")).json().path("failures").path(0).path("arn").asText())
                .isEqualTo("arn:aws:ecs:us-east-1:123456789012:task/%s/nobody".formatted(cluster()));
        assertThat(refused("DescribeServices", in(",'services':[]")))
                .isEqualTo("400 InvalidParameterException: Services cannot be empty.");
        assertThat(refused("DescribeTasks", in(",'tasks':['arn:aws:ecs:us-east-1:123456789012:task/other/1']")))
                .contains("Identifier is for cluster other. Your cluster is " + cluster());
    }

    @Test
    void anotherCountMakesNoNewDeployment() {
        String name = standing(1);
        JsonNode updated = call("UpdateService", in(",'service':'%s','desiredCount':3".formatted(name))).json()
                .path("service");
        assertThat(updated.path("desiredCount").asInt()).isEqualTo(3);
        assertThat(updated.path("pendingCount").asInt()).isEqualTo(2);
        assertThat(updated.path("deployments")).hasSize(1);
        assertThat(updated.path("deployments").path(0).path("rolloutState").asText()).isEqualTo("COMPLETED");
        rig.cloud().passUntil(() -> running(name) == 3);
    }

    @Test
    void whatElseWouldChangeAServiceIsRefusedByName() {
        String name = standing(1);
        assertThat(refused("UpdateService", in(",'service':'%s','taskDefinition':'a:2'".formatted(name)))).isEqualTo(
                "501 NotImplemented: the cloud does not play ecs UpdateService of [taskDefinition] (expected: desiredCount alone)");
        assertThat(refused("UpdateService", in(",'service':'%s','desiredCount':-1".formatted(name))))
                .isEqualTo("400 InvalidParameterException: desiredCount: -1 (expected: 0 or more)");
        assertThat(refused("UpdateService", in(",'service':'nobody','desiredCount':1")))
                .isEqualTo("400 ServiceNotFoundException: Service not found.");
        assertThat(refused("CreateService", in(""))).startsWith("501 NotImplemented: ").contains("CreateService");
    }

    @Test
    void aServiceThatIsDeletedDrainsAndTakesNoChange() {
        String name = standing(1);
        rig.cloud().shop().remove("remove-1");
        rig.cloud().passUntil(() -> describeAgain(name).path("status").asText().equals("DRAINING"));
        assertThat(refused("UpdateService", in(",'service':'%s','desiredCount':1".formatted(name))))
                .isEqualTo("400 ServiceNotActiveException: Service was not ACTIVE.");
        assertThat(call("ListServices", in("")).json().path("serviceArns")).isEmpty();
    }

    @Test
    void aTaskShowsWhereItIs() {
        String name = standing(2);
        JsonNode arns = call("ListTasks", in(",'serviceName':'%s'".formatted(name))).json().path("taskArns");
        assertThat(arns).hasSize(2);
        JsonNode task = task(arns.path(0).asText());
        assertThat(task.path("lastStatus").asText()).isEqualTo("RUNNING");
        assertThat(task.path("desiredStatus").asText()).isEqualTo("RUNNING");
        assertThat(task.path("healthStatus").asText()).isEqualTo("UNKNOWN");
        assertThat(task.path("startedAt").asDouble()).isGreaterThan(task.path("createdAt").asDouble());
        assertThat(task.path("group").asText()).isEqualTo("service:" + name);
        assertThat(task.has("stopCode")).isFalse();
        JsonNode attachment = task.path("attachments").path(0);
        assertThat(attachment.path("type").asText()).isEqualTo("ElasticNetworkInterface");
        assertThat(detail(attachment, "networkInterfaceId")).startsWith("eni-");
        assertThat(detail(attachment, "privateIPv4Address")).startsWith("10.");
        assertThat(
                task.path("containers").path(0).path("networkInterfaces").path(0).path("privateIpv4Address").asText())
                .isEqualTo(detail(attachment, "privateIPv4Address"));
    }

    @Test
    void aTaskThatIsStoppedByHandIsReplacedAndSaysWhy() {
        String name = standing(1);
        String arn = call("ListTasks", in("")).json().path("taskArns").path(0).asText();
        JsonNode stopped = call("StopTask", in(",'task':'%s','reason':'a drill'".formatted(arn))).json().path("task");
        assertThat(stopped.path("lastStatus").asText()).isEqualTo("DEACTIVATING");
        assertThat(stopped.path("desiredStatus").asText()).isEqualTo("STOPPED");
        assertThat(stopped.path("stopCode").asText()).isEqualTo("UserInitiated");
        assertThat(stopped.path("stoppedReason").asText()).isEqualTo("a drill");
        rig.cloud().passUntil(() -> task(arn).path("lastStatus").asText().equals("STOPPED"));
        rig.cloud().passUntil(() -> running(name) == 1);
        assertThat(task(arn).path("stoppedAt").isNumber()).isTrue();
        assertThat(task(arn).path("attachments")).isEmpty();
        assertThat(call("ListTasks", in(",'desiredStatus':'STOPPED'")).json().path("taskArns").path(0).asText())
                .isEqualTo(arn);
        rig.cloud().passSeconds(3700);
        assertThat(call("DescribeTasks", in(",'tasks':['%s']".formatted(arn))).json().path("failures")).hasSize(1);
        assertThat(refused("StopTask", in(",'task':'%s'".formatted(arn))))
                .isEqualTo("400 InvalidParameterException: The referenced task was not found.");
    }

    @Test
    void aSurplusTaskSaysThatTheServiceWasScaled() {
        String name = standing(2);
        call("UpdateService", in(",'service':'%s','desiredCount':1".formatted(name)));
        JsonNode stopping = call("ListTasks", in(",'desiredStatus':'STOPPED'")).json().path("taskArns");
        assertThat(stopping).hasSize(1);
        assertThat(task(stopping.path(0).asText()).path("stopCode").asText()).isEqualTo("ServiceSchedulerInitiated");
        assertThat(task(stopping.path(0).asText()).path("stoppedReason").asText())
                .startsWith("Scaling activity initiated by");
    }

    @Test
    void listsComeByThePage() {
        standing(3);
        JsonNode first = call("ListTasks", in(",'maxResults':2")).json();
        assertThat(first.path("taskArns")).hasSize(2);
        JsonNode second = call("ListTasks",
                in(",'maxResults':2,'nextToken':'%s'".formatted(first.path("nextToken").asText()))).json();
        assertThat(second.path("taskArns")).hasSize(1);
        assertThat(second.has("nextToken")).isFalse();
        assertThat(refused("ListTasks", in(",'nextToken':'x'")))
                .isEqualTo("400 InvalidParameterException: Invalid token");
        assertThat(refused("ListTasks", in(",'maxResults':101"))).contains("maxResults: 101 (expected: 1 to 100)");
    }

    @Test
    void aTaskDefinitionIsThatOfTheTemplate() {
        JsonNode service = describe(standing(1), 1);
        JsonNode definition = call("DescribeTaskDefinition",
                "{'taskDefinition':'%s'}".formatted(service.path("taskDefinition").asText())).json()
                .path("taskDefinition");
        assertThat(definition.path("taskDefinitionArn").asText()).isEqualTo(service.path("taskDefinition").asText());
        assertThat(definition.path("networkMode").asText()).isEqualTo("awsvpc");
        assertThat(definition.path("cpu").isTextual()).isTrue();
        JsonNode container = definition.path("containerDefinitions").path(0);
        assertThat(container.path("portMappings").path(0).path("containerPort").isInt()).isTrue();
        assertThat(container.path("essential").isBoolean()).isTrue();
        assertThat(container.path("logConfiguration").path("options").has("awslogs-group")).isTrue();
        assertThat(refused("DescribeTaskDefinition", "{'taskDefinition':'nobody'}"))
                .isEqualTo("400 ClientException: Unable to describe task definition.");
    }

    @Test
    void theServiceOfAStackOfNobodysAppIsThereToo() {
        Map<String, String> parameters = Map.of("AppName", "other", "HostName", "other.example.test", "ImageUri",
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/other:1", "RepositoryName", "other", "TaskCount", "1");
        rig.cloud().cloud().stacks().create(StackRequest.of("mine", "token", TierTemplate.get(), parameters));
        rig.cloud()
                .passUntil(
                        () -> rig.cloud().cloud().stacks().alive().getFirst().status() == StackStatus.CREATE_COMPLETE);
        JsonNode arns = call("ListServices", in("")).json().path("serviceArns");
        assertThat(arns).hasSize(1);
        String name = arns.path(0).asText().substring(arns.path(0).asText().lastIndexOf('/') + 1);
        assertThat(describe(name, 1).path("status").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void aDoorThatIsShutAnswersNothing() {
        rig.cloud().fault(Fault.ECS_AWAY, true);
        assertThat(refused("ListClusters", "{}")).isEqualTo("503 ServiceUnavailable: ECS is unavailable");
    }

    private String standing(int tasks) {
        rig.cloud().withFargate(tasks);
        return rig.cloud().shop().fargate().orElseThrow().service().name();
    }

    private String cluster() {
        String arn = call("ListClusters", "{}").json().path("clusterArns").path(0).asText();
        return arn.substring(arn.indexOf('/') + 1);
    }

    private JsonNode describe(String name, int tasks) {
        JsonNode service = describeAgain(name);
        assertThat(service.path("runningCount").asInt()).isEqualTo(tasks);
        assertThat(service.path("desiredCount").asInt()).isEqualTo(tasks);
        assertThat(service.path("pendingCount").asInt()).isZero();
        return service;
    }

    private JsonNode describeAgain(String name) {
        return call("DescribeServices", in(",'services':['%s']".formatted(name))).json().path("services").path(0);
    }

    private int running(String name) {
        return describeAgain(name).path("runningCount").asInt();
    }

    private JsonNode task(String arn) {
        return call("DescribeTasks", in(",'tasks':['%s']".formatted(arn))).json().path("tasks").path(0);
    }

    private static String detail(JsonNode attachment, String name) {
        return StreamSupport.stream(attachment.path("details").spliterator(), false)
                .filter(detail -> detail.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asText();
    }

    private String in(String more) {
        return "{'cluster':'%s'%s}".formatted(cluster(), more);
    }

    private String refused(String operation, String body) {
        Answer answer = call(operation, body);
        return "%d %s: %s".formatted(answer.status(), answer.json().path("__type").asText(),
                answer.json().path("message").asText());
    }

    private Answer call(String operation, String body) {
        return rig.call("ecs", "POST", "/", body.replace('\'', '"'),
                Map.of("content-type", "application/x-amz-json-1.1", "x-amz-target",
                        "AmazonEC2ContainerServiceV20141113." + operation));
    }
}
