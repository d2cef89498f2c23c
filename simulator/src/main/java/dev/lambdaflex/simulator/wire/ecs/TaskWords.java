package dev.lambdaflex.simulator.wire.ecs;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.service.TaskView;
import dev.lambdaflex.simulator.wire.ecs.Inventory.Deployed;
import dev.lambdaflex.simulator.wire.ecs.Inventory.Interface;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** A task in the words of DescribeTasks. Its health is unknown, for its container has no check of its own. */
final class TaskWords {

    private static final String UNKNOWN = "UNKNOWN";

    private final Names names;

    TaskWords(Names names) {
        this.names = names;
    }

    ObjectNode task(Deployed service, TaskView task, boolean tags) {
        String arn = names.task(service.cluster(), task.id());
        Optional<Interface> card = service.network().interfaces().of(task.id());
        ObjectNode worded = Trees.object();
        attachments(worded.putArray("attachments"), task, card);
        worded.put("clusterArn", names.cluster(service.cluster()))
                .put("connectivity", "CONNECTED");
        worded.putArray("containers").add(container(service, task, arn, card));
        worded.putPOJO("createdAt", task.created());
        worded.put("desiredStatus", task.shallRun() ? "RUNNING" : "STOPPED")
                .put("enableExecuteCommand", false)
                .put("group", "service:" + service.name())
                .put("healthStatus", UNKNOWN)
                .put("lastStatus", task.lastStatus())
                .put("launchType", "FARGATE")
                .put("platformVersion", ServiceWords.PLATFORM)
                .put("platformFamily", "Linux")
                .put("startedBy", "ecs-svc/" + service.name())
                .put("taskArn", arn)
                .put("taskDefinitionArn", names.definition(service.definition()))
                .put("version", 1);
        task.started().ifPresent(at -> worded.putPOJO("startedAt", at));
        task.stopping().ifPresent(at -> worded.putPOJO("stoppingAt", at));
        task.stopped().ifPresent(at -> worded.putPOJO("stoppedAt", at));
        task.stop().ifPresent(stop -> worded.put("stopCode", stop.code().word()).put("stoppedReason", stop.reason()));
        worded.putObject("overrides").putArray("containerOverrides");
        if (tags) {
            Parts.tags(worded, service.tags());
        }
        return worded;
    }

    private static void attachments(ArrayNode list, TaskView task, Optional<Interface> card) {
        card.ifPresent(it -> {
            ObjectNode attachment = list.addObject()
                    .put("id", attachmentId(it))
                    .put("type", "ElasticNetworkInterface")
                    .put("status", task.started().isEmpty() ? "ATTACHING" : "ATTACHED");
            ArrayNode details = attachment.putArray("details");
            detail(details, "subnetId", it.subnet());
            detail(details, "networkInterfaceId", it.id());
            detail(details, "privateIPv4Address", it.address());
        });
    }

    private static ObjectNode container(Deployed service, TaskView task, String taskArn, Optional<Interface> card) {
        ObjectNode container = Trees.object()
                .put("containerArn", taskArn.replace(":task/", ":container/") + "/" + service.door().container())
                .put("taskArn", taskArn)
                .put("name", service.door().container())
                .put("lastStatus", containerStatus(task))
                .put("healthStatus", UNKNOWN);
        container.putArray("networkBindings");
        ArrayNode cards = container.putArray("networkInterfaces");
        card.ifPresent(it -> cards.addObject()
                .put("attachmentId", attachmentId(it))
                .put("privateIpv4Address", it.address()));
        return container;
    }

    /** A container knows three states. */
    private static String containerStatus(TaskView task) {
        return switch (task.lastStatus()) {
            case "PENDING" -> "PENDING";
            case "DEPROVISIONING", "STOPPED" -> "STOPPED";
            default -> "RUNNING";
        };
    }

    private static String attachmentId(Interface card) {
        return UUID.nameUUIDFromBytes(card.id().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void detail(ArrayNode details, String name, String value) {
        details.addObject().put("name", name).put("value", value);
    }
}
