package dev.lambdaflex.simulator.model.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.lambdaflex.simulator.template.Plan;
import dev.lambdaflex.simulator.template.Resource;
import dev.lambdaflex.simulator.template.Value;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Items;
import dev.lambdaflex.simulator.template.Value.Text;

/** Whose a stack is, told by the tags of its resources before any of them stands. */
record Ownership(Plan plan) {

    private static final String TAG = "lambdaflex:app";

    Optional<String> app() {
        return plan.resources()
                .stream()
                .filter(resource -> resource.type().equals(Kind.SERVICE.type())
                        || resource.type().equals(Kind.LOAD_BALANCER.type()))
                .flatMap(resource -> tag(resource).stream())
                .findFirst();
    }

    Optional<String> text(Resource resource, String property) {
        return plan.early(resource, property)
                .flatMap(value -> value instanceof Text(String text) ? Optional.of(text) : Optional.empty());
    }

    private Optional<String> tag(Resource resource) {
        Optional<Value> tags = plan.early(resource, "Tags");
        if (tags.isPresent() && tags.get() instanceof Items(List<Value> items)) {
            return items.stream()
                    .filter(item -> item instanceof Fields fields && fields.text("Key").orElse("").equals(TAG))
                    .flatMap(item -> item instanceof Fields fields
                            ? fields.text("Value").stream()
                            : Stream.<String>empty())
                    .findFirst();
        }
        return Optional.empty();
    }
}
