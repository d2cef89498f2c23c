package dev.lambdaflex.simulator.wire.ecs;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.service.TaskView;
import dev.lambdaflex.simulator.wire.ecs.Inventory.Deployed;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** The tasks of a cluster, those that stopped within the last hour included. */
final class Tasks {

    /** Of one DescribeTasks. */
    private static final int MOST_DESCRIBED = 100;

    private final Names names;
    private final Services services;
    private final Clusters clusters;
    private final TaskWords words;

    private record Found(Deployed service, TaskView task) {}

    Tasks(Names names, Services services, Clusters clusters) {
        this.names = names;
        this.services = services;
        this.clusters = clusters;
        this.words = new TaskWords(names);
    }

    ObjectNode describe(Input input) {
        String cluster = clusters.asked(input);
        List<String> asked = Parts.asked(input, "tasks", MOST_DESCRIBED);
        boolean tags = input.texts("include").contains("TAGS");
        ObjectNode answer = Trees.object();
        ArrayNode found = answer.putArray("tasks");
        ArrayNode failures = answer.putArray("failures");
        for (String one : asked) {
            String id = Names.within(cluster, one);
            find(cluster, id).ifPresentOrElse(it -> found.add(words.task(it.service, it.task, tags)),
                    () -> failures.add(Parts.failure(names.task(cluster, id))));
        }
        return answer;
    }

    /** Those that shall run, unless the caller asks for the stopped ones. */
    ObjectNode list(Input input) {
        String cluster = clusters.asked(input);
        Optional<String> service = input.text("serviceName").map(it -> Names.within(cluster, it));
        service.ifPresent(name -> {
            if (services.of(cluster).stream().noneMatch(it -> it.name().equals(name))) {
                throw Refusal.of("ServiceNotFoundException", "Service not found.");
            }
        });
        boolean running = shallRun(input.text("desiredStatus").orElse("RUNNING"));
        return Pages.of(input, 100, "taskArns", all(cluster).stream()
                .filter(it -> service.isEmpty() || service.get().equals(it.service.name()))
                .filter(it -> input.text("family").map(it.service.definition().split(":", 2)[0]::equals).orElse(true))
                .filter(it -> it.task.shallRun() == running)
                .map(it -> names.task(cluster, it.task.id()))
                .toList());
    }

    /** The service starts another one in its place. */
    ObjectNode stop(Input input) {
        String cluster = clusters.asked(input);
        String id = input.text("task")
                .map(it -> Names.within(cluster, it))
                .orElseThrow(() -> Refusal.of("InvalidParameterException", "Task cannot be blank."));
        Found found = find(cluster, id).orElseThrow(
                () -> Refusal.of("InvalidParameterException", "The referenced task was not found."));
        found.service.service().stopTask(id, input.text("reason").orElse(""));
        ObjectNode answer = Trees.object();
        answer.set("task", words.task(found.service, find(cluster, id).orElse(found).task, false));
        return answer;
    }

    private Optional<Found> find(String cluster, String id) {
        return all(cluster).stream().filter(it -> it.task.id().equals(id)).findFirst();
    }

    private List<Found> all(String cluster) {
        return services.of(cluster)
                .stream()
                .flatMap(service -> service.service().tasks().stream().map(task -> new Found(service, task)))
                .toList();
    }

    private static boolean shallRun(String desiredStatus) {
        return switch (desiredStatus) {
            case "RUNNING" -> true;
            case "STOPPED" -> false;
            default -> throw Refusal.of("InvalidParameterException",
                    "desiredStatus: '%s' (expected: RUNNING or STOPPED; ECS sets no task's to PENDING)"
                            .formatted(desiredStatus));
        };
    }
}
