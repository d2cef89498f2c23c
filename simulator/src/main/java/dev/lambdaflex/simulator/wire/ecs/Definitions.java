package dev.lambdaflex.simulator.wire.ecs;

import java.util.Comparator;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.lambdaflex.simulator.wire.ecs.Inventory.Definition;
import dev.lambdaflex.simulator.wire.protocol.Input;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Trees;

/** Task definitions. */
final class Definitions {

    private final Names names;
    private final Inventory inventory;

    Definitions(Names names, Inventory inventory) {
        this.names = names;
        this.inventory = inventory;
    }

    /** By ARN, by family and revision, or by family alone: then its latest. */
    ObjectNode describe(Input input) {
        String asked = input.text("taskDefinition").map(Names::last).orElse("");
        if (asked.isEmpty()) {
            throw Refusal.of("ClientException", "Task definition cannot be blank.");
        }
        Definition found = find(asked)
                .orElseThrow(() -> Refusal.of("ClientException", "Unable to describe task definition."));
        ObjectNode worded = found.body()
                .deepCopy()
                .put("taskDefinitionArn", names.definition(found.name()))
                .put("family", found.family())
                .put("revision", found.revision())
                .put("status", "ACTIVE");
        worded.putPOJO("registeredAt", found.registered());
        ObjectNode answer = Trees.object();
        answer.set("taskDefinition", worded);
        answer.putArray("tags");
        return answer;
    }

    ObjectNode list(Input input) {
        return Pages.of(input, 100, "taskDefinitionArns", inventory.definitions()
                .stream()
                .filter(it -> input.text("familyPrefix").map(it.family()::equals).orElse(true))
                .map(it -> names.definition(it.name()))
                .sorted()
                .toList());
    }

    private Optional<Definition> find(String name) {
        return inventory.definitions()
                .stream()
                .filter(it -> it.name().equals(name) || it.family().equals(name))
                .max(Comparator.comparingInt(Definition::revision));
    }
}
