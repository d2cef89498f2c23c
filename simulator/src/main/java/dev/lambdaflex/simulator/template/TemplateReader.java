package dev.lambdaflex.simulator.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import dev.lambdaflex.simulator.template.Value.Fields;

/** Reads the sections of one template. */
final class TemplateReader {

    private static final Set<String> SECTIONS = Set.of("AWSTemplateFormatVersion", "Description", "Metadata",
            "Parameters", "Mappings", "Conditions", "Resources", "Outputs");
    /** Known to AWS; what they mean cannot be told without playing it. */
    private static final Set<String> UNPLAYED = Set.of("Transform", "Rules", "Hooks");
    private static final Set<String> RESOURCE_KEYS = Set.of("Type", "Properties", "DependsOn", "Condition",
            "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "UpdatePolicy", "CreationPolicy");
    private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9]+");
    private static final int MOST_RESOURCES = 500;

    private final String text;
    private final Fields root;

    TemplateReader(String text) {
        this.text = text;
        this.root = root(text);
    }

    Template read() {
        checkSections();
        Map<String, Resource> resources = section("Resources", this::resource);
        if (resources.isEmpty()) {
            throw new Refusal("Template format error: At least one Resources member must be defined.");
        }
        if (resources.size() > MOST_RESOURCES) {
            throw new Refusal("Template format error: Number of resources, %d, is greater than maximum allowed, %d"
                    .formatted(resources.size(), MOST_RESOURCES));
        }
        Map<String, Parameter> parameters = section("Parameters", ParameterReader::read);
        Map<String, Value> conditions = section("Conditions", (_, value) -> value);
        Map<String, Output> outputs = section("Outputs", this::output);
        new References(parameters.keySet(), conditions.keySet(), resources.keySet()).check(conditions,
                resources.values(),
                outputs.values());
        return new Template(text, root.text("Description").orElse(""), parameters, root.fields("Mappings"), conditions,
                resources, outputs, Dependencies.of(resources.values()));
    }

    private static Fields root(String text) {
        Value read = text.stripLeading().startsWith("{") ? Json.read(text) : Yaml.read(text);
        if (read instanceof Fields fields) {
            return fields;
        }
        throw new Refusal("Template format error: unsupported structure.");
    }

    private void checkSections() {
        List<String> unknown = root.fields().keySet().stream().filter(key -> !SECTIONS.contains(key)).toList();
        for (String key : unknown) {
            if (UNPLAYED.contains(key)) {
                throw new Refusal("Template format error: the cloud does not play the section " + key);
            }
        }
        if (!unknown.isEmpty()) {
            throw new Refusal("Invalid template property or properties " + unknown);
        }
        root.text("AWSTemplateFormatVersion").filter(version -> !version.equals("2010-09-09")).ifPresent(version -> {
            throw new Refusal("Template format error: unsupported value for AWSTemplateFormatVersion.");
        });
    }

    private <T> Map<String, T> section(String name, BiFunction<String, Value, T> reader) {
        Optional<Value> section = root.field(name);
        if (section.isPresent() && !(section.get() instanceof Fields)) {
            throw new Refusal("Template format error: %s must be an object.".formatted(name));
        }
        Map<String, T> members = new LinkedHashMap<>();
        root.fields(name).fields().forEach((key, value) -> {
            if (!ALPHANUMERIC.matcher(key).matches()) {
                throw new Refusal("Template format error: %s name %s is non alphanumeric."
                        .formatted(name.substring(0, name.length() - 1), key));
            }
            members.put(key, reader.apply(key, value));
        });
        return members;
    }

    private Resource resource(String logicalId, Value value) {
        if (!(value instanceof Fields fields)) {
            throw new Refusal(
                    "Template format error: [/Resources/%s] resource definition is malformed".formatted(logicalId));
        }
        for (String key : fields.fields().keySet()) {
            if (!RESOURCE_KEYS.contains(key)) {
                throw new Refusal("Invalid template resource property '%s'".formatted(key));
            }
        }
        String type = fields.text("Type")
                .orElseThrow(() -> new Refusal(
                        "Template format error: [/Resources/%s] Every Resources object must contain a Type member."
                                .formatted(logicalId)));
        if (fields.field("Properties").filter(properties -> !(properties instanceof Fields)).isPresent()) {
            throw new Refusal(
                    "Template format error: [/Resources/%s/Properties] must be an object.".formatted(logicalId));
        }
        String policy = fields.text("DeletionPolicy").orElse("Delete");
        return new Resource(logicalId, type, fields.text("Condition"), fields.texts("DependsOn"),
                fields.fields("Properties"), policy.startsWith("Retain"));
    }

    private Output output(String key, Value value) {
        if (!(value instanceof Fields fields) || fields.field("Value").isEmpty()) {
            throw new Refusal("Template format error: Every Outputs member must contain a Value object");
        }
        if (fields.field("Export").isPresent()) {
            throw new Refusal("Template format error: the cloud does not play exports (output %s)".formatted(key));
        }
        return new Output(key, fields.field("Value").orElseThrow(), fields.text("Description").orElse(""),
                fields.text("Condition"));
    }
}
