package dev.lambdaflex.simulator.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Text;

/** A template with its parameters: which resources there are, and what they are made of. */
public final class Plan {

    private final Template template;
    private final Map<String, String> parameters;
    private final Surroundings surroundings;
    private final Map<String, Resource> resources;

    private Plan(Template template, Map<String, String> parameters, Surroundings surroundings) {
        this.template = template;
        this.parameters = parameters;
        this.surroundings = surroundings;
        this.resources = present();
    }

    /**
     * The plan of a template.
     *
     * @param given values of parameters; the others have their defaults
     */
    public static Checked<Plan> of(Template template, Map<String, String> given, Surroundings surroundings) {
        return Checked.of(() -> new Plan(template, parameters(template, given), surroundings));
    }

    public Template template() {
        return template;
    }

    /** The values of all parameters, in the order of the template. */
    public Map<String, String> parameters() {
        return parameters;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /** The resources whose condition holds, each after what it depends on. */
    public List<Resource> resources() {
        return List.copyOf(resources.values());
    }

    /**
     * The resource of that name.
     *
     * @throws IllegalArgumentException when the plan has none
     */
    public Resource resource(String logicalId) {
        return Optional.ofNullable(resources.get(logicalId))
                .orElseThrow(() -> new IllegalArgumentException(
                        "logicalId: '%s' (expected: one of %s)".formatted(logicalId, resources.keySet())));
    }

    /** The resources that have to stand before {@code logicalId} is begun. */
    public Set<String> needs(String logicalId) {
        return template.order()
                .of(logicalId)
                .stream()
                .filter(resources::containsKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the resource is made of. */
    public Checked<Fields> properties(Resource resource, Standing standing) {
        return Checked.of(() -> evaluation(standing).fields(resource.properties().fields()));
    }

    /** One property before anything stands; empty when it is not given or depends on something that has to stand first. */
    public Optional<Value> early(Resource resource, String property) {
        Checked<Optional<Value>> value = Checked.of(() -> resource.properties()
                .field(property)
                .flatMap(evaluation(Standing.NOTHING)::value));
        return switch (value) {
            case Checked.Good<Optional<Value>>(Optional<Value> found) -> found;
            case Checked.Bad<Optional<Value>> _ -> Optional.empty();
        };
    }

    /** The outputs whose condition holds. */
    public Checked<Map<String, String>> outputs(Standing standing) {
        return Checked.of(() -> {
            Map<String, String> outputs = new LinkedHashMap<>();
            Evaluation evaluation = evaluation(standing);
            for (Output output : template.outputs().values()) {
                if (output.condition().map(evaluation::holds).orElse(true)) {
                    outputs.put(output.key(), text(output, evaluation));
                }
            }
            return outputs;
        });
    }

    private Map<String, Resource> present() {
        Evaluation evaluation = evaluation(Standing.NOTHING);
        Map<String, Resource> present = new LinkedHashMap<>();
        for (String logicalId : template.order().order()) {
            Resource resource = template.resources().get(logicalId);
            if (resource != null && resource.condition().map(evaluation::holds).orElse(true)) {
                present.put(logicalId, resource);
            }
        }
        return present;
    }

    private Evaluation evaluation(Standing standing) {
        return new Evaluation(template, parameters, surroundings, standing);
    }

    private static String text(Output output, Evaluation evaluation) {
        return evaluation.value(output.value())
                .map(value -> value instanceof Text(String text) ? text : null)
                .orElseThrow(() -> new Refusal(
                        "Template format error: Output %s is malformed. The Value field of every Outputs member must evaluate to a String."
                                .formatted(output.key())));
    }

    private static Map<String, String> parameters(Template template, Map<String, String> given) {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(template.parameters().keySet());
        if (!unknown.isEmpty()) {
            throw new Refusal("Parameters: %s do not exist in the template".formatted(unknown));
        }
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> missing = new TreeSet<>();
        template.parameters()
                .forEach((name, parameter) -> Optional.ofNullable(given.get(name))
                        .or(parameter::defaultValue)
                        .ifPresentOrElse(value -> values.put(name, value), () -> missing.add(name)));
        if (!missing.isEmpty()) {
            throw new Refusal("Parameters: %s must have values".formatted(missing));
        }
        values.forEach((name, value) -> Optional.ofNullable(template.parameters().get(name))
                .ifPresent(parameter -> parameter.check(value)));
        return values;
    }
}
