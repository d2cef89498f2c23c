package dev.lambdaflex.simulator.model.stack;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.lambdaflex.simulator.template.Plan;
import dev.lambdaflex.simulator.template.Resource;
import dev.lambdaflex.simulator.template.Value;
import dev.lambdaflex.simulator.template.Value.Fields;

/** What an update asks for, and what of it the cloud does not play: it changes what stands and replaces nothing. */
final class StackUpdates {

    private StackUpdates() {}

    /** The given parameters and those that shall stay. */
    static Map<String, String> parameters(Stack stack, StackUpdate update) {
        Map<String, String> parameters = new LinkedHashMap<>(update.parameters());
        stack.plan().parameters().forEach((name, value) -> {
            if (update.previous().contains(name)) {
                parameters.put(name, value);
            }
        });
        return parameters;
    }

    /** Why the plan cannot follow the present one; empty when it can. */
    static Optional<String> refusal(Stack stack, Plan next) {
        Map<String, String> present = types(stack.plan());
        Map<String, String> wanted = types(next);
        if (present.equals(wanted)) {
            return Optional.empty();
        }
        Set<String> ids = new TreeSet<>(present.keySet());
        ids.addAll(wanted.keySet());
        ids.removeIf(id -> present.containsKey(id) && present.get(id).equals(wanted.get(id)));
        return Optional.of("the cloud does not add, remove or replace resources in an update: " + ids);
    }

    /** Why the changes cannot be made to what stands; empty when they can. */
    static Optional<String> replacement(Stack stack, Map<String, Fields> changed, Builder builder) {
        for (Member member : stack.members().all()) {
            Fields properties = changed.get(member.logicalId());
            if (properties == null) {
                continue;
            }
            for (String property : different(member.properties(), properties)) {
                if (!builder.changes(member.resource(), property)) {
                    return Optional.of("the cloud does not change %s of %s (%s); delete the stack and create it again"
                            .formatted(property, member.logicalId(), member.resource().type()));
                }
            }
        }
        return Optional.empty();
    }

    private static Set<String> different(Fields before, Fields after) {
        Set<String> names = new TreeSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        Set<String> same = new HashSet<>();
        for (String name : names) {
            Optional<Value> old = before.field(name);
            if (old.equals(after.field(name))) {
                same.add(name);
            }
        }
        names.removeAll(same);
        return names;
    }

    private static Map<String, String> types(Plan plan) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Resource resource : plan.resources()) {
            types.put(resource.logicalId(), resource.type());
        }
        return types;
    }
}
