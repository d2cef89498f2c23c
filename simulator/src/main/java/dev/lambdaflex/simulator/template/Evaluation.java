package dev.lambdaflex.simulator.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

import dev.lambdaflex.simulator.template.Value.Call;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Items;
import dev.lambdaflex.simulator.template.Value.Text;

/** Works out functions. What comes to AWS::NoValue is left out: the result is empty. */
final class Evaluation {

    private final Template template;
    private final Map<String, String> parameters;
    private final Surroundings surroundings;
    private final Standing standing;

    Evaluation(Template template, Map<String, String> parameters, Surroundings surroundings, Standing standing) {
        this.template = template;
        this.parameters = parameters;
        this.surroundings = surroundings;
        this.standing = standing;
    }

    Optional<Value> value(Value value) {
        return switch (value) {
            case Text text -> Optional.of(text);
            case Items(List<Value> items) -> Optional.of(items(items));
            case Fields(Map<String, Value> fields) -> Optional.of(fields(fields));
            case Call(String function, Value argument) -> call(function, argument);
        };
    }

    Fields fields(Map<String, Value> fields) {
        Map<String, Value> worked = new LinkedHashMap<>();
        fields.forEach((key, value) -> value(value).ifPresent(result -> worked.put(key, result)));
        return new Fields(worked);
    }

    boolean holds(String condition) {
        Value value = template.conditions().get(condition);
        if (value == null) {
            throw new Refusal(
                    "Template format error: Unresolved condition dependency %s in the template".formatted(condition));
        }
        return test(ConditionForm.of(value));
    }

    private Items items(List<Value> items) {
        List<Value> worked = new ArrayList<>();
        items.forEach(item -> value(item).ifPresent(worked::add));
        return new Items(worked);
    }

    private Optional<Value> call(String function, Value argument) {
        return switch (function) {
            case Functions.REF -> ref(text(function, argument));
            case Functions.GET_ATT -> Optional.of(attribute(Attributes.of(argument)));
            case Functions.SUB -> Optional.of(new Text(sub(Substitution.of(argument))));
            case Functions.JOIN -> Optional.of(new Text(String.join(text(function, part(function, argument, 0, 2)),
                    texts(function, part(function, argument, 1, 2)))));
            case Functions.SPLIT -> Optional.of(split(text(function, part(function, argument, 0, 2)),
                    text(function, part(function, argument, 1, 2))));
            case Functions.SELECT -> Optional.of(select(argument));
            case Functions.GET_AZS -> Optional.of(zones(argument));
            case Functions.CIDR -> Optional.of(Cidr.of(list(function, argument).stream()
                    .map(item -> text(function, item))
                    .toList()));
            case Functions.FIND_IN_MAP -> Optional.of(found(argument));
            case Functions.BASE_64 -> Optional.of(new Text(Base64.getEncoder()
                    .encodeToString(text(function, argument).getBytes(StandardCharsets.UTF_8))));
            case Functions.IF -> value(part(function, argument,
                    holds(text(function, part(function, argument, 0, 3))) ? 1 : 2, 3));
            case Functions.EQUALS, Functions.NOT, Functions.AND, Functions.OR, Functions.CONDITION ->
                throw new Refusal("Template error: %s cannot be partially collapsed".formatted(function));
            default -> throw new Refusal("Template format error: the cloud does not play the function " + function);
        };
    }

    private boolean test(Value condition) {
        if (!(condition instanceof Call(String function, Value argument))) {
            throw new Refusal("Template format error: Every Condition member must be a condition function.");
        }
        return switch (function) {
            case Functions.CONDITION -> holds(text(function, argument));
            case Functions.EQUALS ->
                value(part(function, argument, 0, 2)).equals(value(part(function, argument, 1, 2)));
            case Functions.NOT -> !test(part(function, argument, 0, 1));
            case Functions.AND -> conditions(function, argument).stream().allMatch(this::test);
            case Functions.OR -> conditions(function, argument).stream().anyMatch(this::test);
            default -> throw new Refusal("Template error: %s is no condition function".formatted(function));
        };
    }

    /** AWS takes two to ten. */
    private static List<Value> conditions(String function, Value argument) {
        if (argument instanceof Items(List<Value> items) && items.size() >= 2 && items.size() <= 10) {
            return items;
        }
        throw new Refusal(
                "Template error: every %s object requires a list of at least 2 and at most 10 boolean parameters"
                        .formatted(function));
    }

    private Optional<Value> ref(String name) {
        if (name.equals(Pseudo.NO_VALUE)) {
            return Optional.empty();
        }
        Parameter parameter = template.parameters().get(name);
        if (parameter != null) {
            String given = parameters.getOrDefault(name, "");
            return Optional.of(parameter.isList()
                    ? new Items(parameter.values(given).stream().<Value>map(Text::new).toList())
                    : new Text(given));
        }
        if (Pseudo.isOne(name)) {
            return Optional.of(new Text(surroundings.pseudo(name)));
        }
        return Optional.of(new Text(standing.physicalId(name)
                .orElseThrow(() -> new Refusal(
                        "Template error: %s is not there (its condition is false)".formatted(name)))));
    }

    private Value attribute(Attributes.Name name) {
        return standing.attribute(name.logicalId(), name.attribute())
                .orElseThrow(
                        () -> new Refusal("Template error: resource %s does not support attribute type %s in Fn::GetAtt"
                                .formatted(name.logicalId(), name.attribute())));
    }

    private String sub(Substitution substitution) {
        StringBuilder text = new StringBuilder();
        Matcher variable = Substitution.variable(substitution.text());
        while (variable.find()) {
            variable.appendReplacement(text, Matcher.quoteReplacement(variable(variable.group(1), substitution)));
        }
        return Substitution.literals(variable.appendTail(text).toString());
    }

    private String variable(String name, Substitution substitution) {
        Optional<Value> own = substitution.variables().field(name);
        if (own.isPresent()) {
            return text(Functions.SUB, own.get());
        }
        return text(Functions.SUB, name.contains(".")
                ? attribute(Attributes.of(new Text(name)))
                : ref(name).orElse(new Text("")));
    }

    private static Items split(String delimiter, String text) {
        if (delimiter.isEmpty()) {
            throw new Refusal("Template error: every Fn::Split object requires a delimiter that is not empty");
        }
        List<Value> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, from)) {
            parts.add(new Text(text.substring(from, at)));
            from = at + delimiter.length();
        }
        parts.add(new Text(text.substring(from)));
        return new Items(parts);
    }

    private Value select(Value argument) {
        String index = text(Functions.SELECT, part(Functions.SELECT, argument, 0, 2));
        List<Value> items = list(Functions.SELECT, part(Functions.SELECT, argument, 1, 2));
        return Parameter.number(index)
                .map(Number::intValue)
                .filter(at -> at >= 0 && at < items.size())
                .flatMap(at -> value(items.get(at)))
                .orElseThrow(() -> new Refusal(
                        "Template error: Fn::Select cannot select nonexistent value at index " + index));
    }

    private Items zones(Value argument) {
        String region = text(Functions.GET_AZS, argument);
        if (!region.isEmpty() && !region.equals(surroundings.region())) {
            throw new Refusal("Template validation error: the cloud is in %s alone (Fn::GetAZs: %s)"
                    .formatted(surroundings.region(), region));
        }
        return new Items(surroundings.zones().stream().<Value>map(Text::new).toList());
    }

    private Value found(Value argument) {
        String map = text(Functions.FIND_IN_MAP, part(Functions.FIND_IN_MAP, argument, 0, 3));
        String first = text(Functions.FIND_IN_MAP, part(Functions.FIND_IN_MAP, argument, 1, 3));
        String second = text(Functions.FIND_IN_MAP, part(Functions.FIND_IN_MAP, argument, 2, 3));
        if (template.mappings().field(map).isEmpty()) {
            throw new Refusal("Template error: Mapping named '%s' is not present in the 'Mappings' section of template."
                    .formatted(map));
        }
        return template.mappings()
                .fields(map)
                .fields(first)
                .field(second)
                .orElseThrow(() -> new Refusal("Template error: Unable to get mapping for %s::%s::%s"
                        .formatted(map, first, second)));
    }

    private String text(String function, Value value) {
        return value(value).map(result -> result instanceof Text(String text) ? text : null)
                .orElseThrow(() -> new Refusal(
                        "Template error: every %s object requires text where there is none".formatted(function)));
    }

    private List<String> texts(String function, Value value) {
        return list(function, value).stream().map(item -> text(function, item)).toList();
    }

    private List<Value> list(String function, Value value) {
        if (value(value).orElse(null) instanceof Items(List<Value> items)) {
            return items;
        }
        throw new Refusal("Template error: every %s object requires a list where there is none".formatted(function));
    }

    private static Value part(String function, Value argument, int index, int size) {
        if (argument instanceof Items(List<Value> items) && items.size() == size) {
            return items.get(index);
        }
        throw new Refusal("Template error: every %s object requires %d parameters".formatted(function, size));
    }
}
