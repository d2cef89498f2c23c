package dev.lambdaflex.simulator.template;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import dev.lambdaflex.simulator.template.Value.Fields;

/** Reads the declaration of one parameter. */
final class ParameterReader {

    private static final Set<String> KEYS = Set.of("Type", "Default", "Description", "NoEcho", "AllowedValues",
            "AllowedPattern", "ConstraintDescription", "MinLength", "MaxLength", "MinValue", "MaxValue");
    private static final Set<String> TYPES = Set.of("String", "Number", "List<Number>", "CommaDelimitedList",
            "List<String>");
    /** Ids of things that exist: here any text of that shape is one. */
    private static final Pattern AWS_TYPE = Pattern.compile("AWS::[A-Za-z0-9:]+|List<AWS::[A-Za-z0-9:]+>");

    private ParameterReader() {}

    static Parameter read(String name, Value declared) {
        if (!(declared instanceof Fields fields)) {
            throw new Refusal("Template format error: Every Parameters member must be an object; " + name);
        }
        for (String key : fields.fields().keySet()) {
            if (!KEYS.contains(key)) {
                throw new Refusal("Invalid template parameter property '%s'".formatted(key));
            }
        }
        Parameter parameter = new Parameter(name, type(name, fields), fields.text("Default"),
                fields.text("Description").orElse(""), fields.text("NoEcho").map(Boolean::parseBoolean).orElse(false),
                fields.text("ConstraintDescription"), fields.texts("AllowedValues"),
                fields.text("AllowedPattern").map(text -> pattern(name, text)),
                new Parameter.Bounds(number(fields, "MinLength"), number(fields, "MaxLength")),
                new Parameter.Bounds(number(fields, "MinValue"), number(fields, "MaxValue")));
        parameter.defaultValue().ifPresent(value -> checkDefault(parameter, value));
        return parameter;
    }

    private static String type(String name, Fields fields) {
        String type = fields.text("Type")
                .orElseThrow(() -> new Refusal(
                        "Template format error: Every Parameters object must contain a Type member."));
        if (type.startsWith("AWS::SSM::")) {
            throw new Refusal("Template format error: the cloud does not play parameters of type %s (%s)"
                    .formatted(type, name));
        }
        if (!TYPES.contains(type) && !AWS_TYPE.matcher(type).matches()) {
            throw new Refusal("Template format error: Unrecognized parameter type: " + type);
        }
        return type;
    }

    private static Pattern pattern(String name, String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new Refusal("Template format error: AllowedPattern of parameter %s is not a regular expression: %s"
                    .formatted(name, e.getDescription()));
        }
    }

    private static Optional<BigDecimal> number(Fields fields, String key) {
        return fields.text(key)
                .map(text -> Parameter.number(text)
                        .orElseThrow(() -> new Refusal("Template format error: %s must be a number.".formatted(key))));
    }

    private static void checkDefault(Parameter parameter, String value) {
        try {
            parameter.check(value);
        } catch (Refusal e) {
            throw new Refusal("Template format error: %s (its Default)".formatted(e.text()));
        }
    }
}
