package dev.lambdaflex.simulator.wire.ecs;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.service.FargateService.Rollout;
import dev.lambdaflex.simulator.model.service.ServiceEvent;
import dev.lambdaflex.simulator.model.service.ServiceView;
import dev.lambdaflex.simulator.wire.ecs.Inventory.Deployed;
import dev.lambdaflex.simulator.wire.ecs.Inventory.Network;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** A service in the words of DescribeServices. It has one deployment, for a changed service is refused. */
final class ServiceWords {

    static final String PLATFORM = "1.4.0";

    private final Names names;

    ServiceWords(Names names) {
        this.names = names;
    }

    ObjectNode service(Deployed service, ServiceView view, boolean tags) {
        ObjectNode worded = Trees.object()
                .put("serviceArn", names.service(service.cluster(), service.name()))
                .put("serviceName", service.name())
                .put("clusterArn", names.cluster(service.cluster()));
        worded.putArray("loadBalancers")
                .addObject()
                .put("targetGroupArn", service.door().targetGroupArn())
                .put("containerName", service.door().container())
                .put("containerPort", service.door().port());
        worded.putArray("serviceRegistries");
        worded.put("status", view.status().name());
        counts(worded, view);
        platform(worded, service);
        ObjectNode configuration = worded.putObject("deploymentConfiguration");
        configuration.putObject("deploymentCircuitBreaker").put("enable", true).put("rollback", false);
        configuration.put("maximumPercent", 200).put("minimumHealthyPercent", 100).put("strategy", "ROLLING");
        worded.putArray("deployments").add(deployment(service, view));
        worded.put("roleArn",
                "arn:aws:iam::%s:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
                        .formatted(names.account()));
        events(worded.putArray("events"), view);
        worded.putPOJO("createdAt", view.created());
        worded.putArray("placementConstraints");
        worded.putArray("placementStrategy");
        worded.set("networkConfiguration", network(service.network()));
        worded.put("healthCheckGracePeriodSeconds", service.graceSeconds())
                .put("schedulingStrategy", "REPLICA");
        worded.putObject("deploymentController").put("type", "ECS");
        if (tags) {
            Parts.tags(worded, service.tags());
        }
        return worded.put("enableECSManagedTags", true)
                .put("propagateTags", "SERVICE")
                .put("enableExecuteCommand", false)
                .put("availabilityZoneRebalancing", "DISABLED");
    }

    private ObjectNode deployment(Deployed service, ServiceView view) {
        String id = "ecs-svc/" + digits(service.name());
        ObjectNode deployment = Trees.object().put("id", id).put("status", "PRIMARY");
        counts(deployment, view);
        deployment.put("failedTasks", view.failedTasks());
        deployment.putPOJO("createdAt", view.created());
        deployment.putPOJO("updatedAt", view.updated());
        platform(deployment, service);
        deployment.set("networkConfiguration", network(service.network()));
        return deployment.put("rolloutState", view.rollout().name())
                .put("rolloutStateReason", reason(id, view.rollout()));
    }

    private static void counts(ObjectNode owner, ServiceView view) {
        owner.put("desiredCount", view.desired())
                .put("runningCount", view.running())
                .put("pendingCount", view.pending());
    }

    private void platform(ObjectNode owner, Deployed service) {
        owner.put("launchType", "FARGATE")
                .put("platformVersion", PLATFORM)
                .put("platformFamily", "Linux")
                .put("taskDefinition", names.definition(service.definition()));
    }

    private static ObjectNode network(Network network) {
        ObjectNode worded = Trees.object();
        ObjectNode vpc = worded.putObject("awsvpcConfiguration");
        ArrayNode subnets = vpc.putArray("subnets");
        network.subnets().forEach(subnets::add);
        ArrayNode groups = vpc.putArray("securityGroups");
        network.securityGroups().forEach(groups::add);
        vpc.put("assignPublicIp", network.publicIp() ? "ENABLED" : "DISABLED");
        return worded;
    }

    private static void events(ArrayNode list, ServiceView view) {
        for (ServiceEvent event : view.events()) {
            ObjectNode worded = list.addObject().put("id", id(view.name() + event.at() + event.message()).toString());
            worded.putPOJO("createdAt", event.at());
            worded.put("message", event.message());
        }
    }

    private static String reason(String id, Rollout rollout) {
        return switch (rollout) {
            case IN_PROGRESS -> "ECS deployment %s in progress.".formatted(id);
            case COMPLETED -> "ECS deployment %s completed.".formatted(id);
            case FAILED -> "ECS deployment circuit breaker: tasks failed to start.";
        };
    }

    private static String digits(String name) {
        return "%019d".formatted(id(name).getMostSignificantBits() & Long.MAX_VALUE);
    }

    private static UUID id(String subject) {
        return UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
    }
}
