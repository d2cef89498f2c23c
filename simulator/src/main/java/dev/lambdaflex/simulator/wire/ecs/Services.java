package dev.lambdaflex.simulator.wire.ecs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.model.service.ServiceView;
import dev.lambdaflex.simulator.model.service.ServiceView.Status;
import dev.lambdaflex.simulator.wire.ecs.Inventory.Deployed;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** The services of a cluster. */
final class Services {

    /** Of one DescribeServices. */
    private static final int MOST_DESCRIBED = 10;
    private static final Set<String> PLAYED = Set.of("cluster", "service", "desiredCount");

    private final Inventory inventory;
    private final Clusters clusters;
    private final Names names;
    private final ServiceWords words;

    Services(Names names, Inventory inventory, Clusters clusters) {
        this.inventory = inventory;
        this.clusters = clusters;
        this.names = names;
        this.words = new ServiceWords(names);
    }

    ObjectNode describe(Input input) {
        String cluster = clusters.asked(input);
        List<String> asked = Parts.asked(input, "services", MOST_DESCRIBED);
        boolean tags = input.texts("include").contains("TAGS");
        ObjectNode answer = Trees.object();
        ArrayNode found = answer.putArray("services");
        ArrayNode failures = answer.putArray("failures");
        for (String one : asked) {
            String name = Names.within(cluster, one);
            Optional<ObjectNode> worded = find(cluster, name).flatMap(it -> worded(it, tags));
            worded.ifPresentOrElse(found::add, () -> failures.add(Parts.failure(names.service(cluster, name))));
        }
        return answer;
    }

    ObjectNode list(Input input) {
        String cluster = clusters.asked(input);
        return Pages.of(input, 10, "serviceArns", of(cluster).stream()
                .filter(it -> status(it).filter(Status.ACTIVE::equals).isPresent())
                .map(it -> names.service(cluster, it.name()))
                .sorted()
                .toList());
    }

    /** Another count alone makes no new deployment. */
    ObjectNode update(Input input) {
        String cluster = clusters.asked(input);
        String name = input.text("service")
                .map(it -> Names.within(cluster, it))
                .orElseThrow(() -> Refusal.of("InvalidParameterException", "Service cannot be blank."));
        Set<String> more = new TreeSet<>(input.names());
        more.removeAll(PLAYED);
        if (!more.isEmpty()) {
            throw Refusal.notPlayed("ecs", "UpdateService of %s (expected: desiredCount alone)".formatted(more));
        }
        Deployed service = find(cluster, name).filter(it -> status(it).isPresent())
                .orElseThrow(() -> Refusal.of("ServiceNotFoundException", "Service not found."));
        if (status(service).filter(Status.ACTIVE::equals).isEmpty()) {
            throw Refusal.of("ServiceNotActiveException", "Service was not ACTIVE.");
        }
        input.integer("desiredCount").ifPresent(count -> {
            if (count < 0) {
                throw Refusal.of("InvalidParameterException", "desiredCount: %d (expected: 0 or more)"
                        .formatted(count));
            }
            service.service().scale(count);
        });
        ObjectNode answer = Trees.object();
        worded(service, true).ifPresent(worded -> answer.set("service", worded));
        return answer;
    }

    /** All services of a cluster, deleted ones included. */
    List<Deployed> of(String cluster) {
        return inventory.services().stream().filter(service -> service.cluster().equals(cluster)).toList();
    }

    private Optional<Deployed> find(String cluster, String name) {
        return of(cluster).stream().filter(service -> service.name().equals(name)).findFirst();
    }

    private Optional<ObjectNode> worded(Deployed service, boolean tags) {
        return service.service().view().map(view -> words.service(service, view, tags));
    }

    private static Optional<Status> status(Deployed service) {
        return service.service().view().map(ServiceView::status);
    }
}
