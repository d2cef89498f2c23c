package dev.lambdaflex.simulator.wire.ecs;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.service.ServiceView;
import dev.lambdaflex.simulator.wire.ecs.Inventory.Cluster;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** The clusters of the account. */
final class Clusters {

    private final Names names;
    private final Inventory inventory;

    Clusters(Names names, Inventory inventory) {
        this.names = names;
        this.inventory = inventory;
    }

    /** The name of the cluster that {@code input} is about. */
    String asked(Input input) {
        String name = Names.clusterName(input.text("cluster"));
        return find(name).map(Cluster::name)
                .orElseThrow(() -> Refusal.of("ClusterNotFoundException", "Cluster not found."));
    }

    ObjectNode describe(Input input) {
        List<String> asked = input.texts("clusters");
        ObjectNode answer = Trees.object();
        ArrayNode found = answer.putArray("clusters");
        ArrayNode failures = answer.putArray("failures");
        for (String one : asked.isEmpty() ? List.of("default") : asked) {
            find(Names.last(one)).ifPresentOrElse(cluster -> found.add(worded(cluster)),
                    () -> failures.add(Parts.failure(names.cluster(Names.last(one)))));
        }
        return answer;
    }

    ObjectNode list(Input input) {
        return Pages.of(input, 100, "clusterArns",
                inventory.clusters().stream().map(cluster -> names.cluster(cluster.name())).sorted().toList());
    }

    private Optional<Cluster> find(String name) {
        return inventory.clusters().stream().filter(cluster -> cluster.name().equals(name)).findFirst();
    }

    private ObjectNode worded(Cluster cluster) {
        List<ServiceView> services = inventory.services()
                .stream()
                .filter(service -> service.cluster().equals(cluster.name()))
                .flatMap(service -> service.service().view().stream())
                .toList();
        ObjectNode worded = Trees.object()
                .put("clusterArn", names.cluster(cluster.name()))
                .put("clusterName", cluster.name())
                .put("status", "ACTIVE")
                .put("registeredContainerInstancesCount", 0)
                .put("runningTasksCount", services.stream().mapToInt(ServiceView::running).sum())
                .put("pendingTasksCount", services.stream().mapToInt(ServiceView::pending).sum())
                .put("activeServicesCount",
                        services.stream().filter(it -> it.status() == ServiceView.Status.ACTIVE).count());
        worded.putArray("statistics");
        Parts.tags(worded, cluster.tags());
        worded.putArray("settings");
        worded.putArray("capacityProviders").add("FARGATE");
        worded.putArray("defaultCapacityProviderStrategy");
        return worded;
    }
}
