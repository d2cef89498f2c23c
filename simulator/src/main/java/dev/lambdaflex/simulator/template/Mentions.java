package dev.lambdaflex.simulator.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

import dev.lambdaflex.simulator.template.Value.Call;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Items;
import dev.lambdaflex.simulator.template.Value.Text;

/** What a value mentions, whichever branch of an If it is in: so AWS reads a template, too. */
final class Mentions {

    private final Set<String> references = new LinkedHashSet<>();
    private final Set<Attributes.Name> attributes = new LinkedHashSet<>();
    private final Set<String> conditions = new LinkedHashSet<>();

    static Mentions in(Value value) {
        Mentions mentions = new Mentions();
        mentions.collect(value);
        return mentions;
    }

    /** By Ref: parameters, pseudo parameters and resources. */
    Set<String> references() {
        return references;
    }

    /** By GetAtt. */
    Set<Attributes.Name> attributes() {
        return attributes;
    }

    /** By If and Condition. */
    Set<String> conditions() {
        return conditions;
    }

    /** By Ref or GetAtt. */
    Set<String> all() {
        Set<String> all = new LinkedHashSet<>(references);
        attributes.forEach(attribute -> all.add(attribute.logicalId()));
        return all;
    }

    private void collect(Value value) {
        switch (value) {
            case Text _ -> {
            }
            case Items(List<Value> items) -> items.forEach(this::collect);
            case Fields(Map<String, Value> fields) -> fields.values().forEach(this::collect);
            case Call call -> call(call);
        }
    }

    private void call(Call call) {
        switch (call.function()) {
            case Functions.REF -> references.add(name(call));
            case Functions.CONDITION -> conditions.add(name(call));
            case Functions.GET_ATT -> attributes.add(Attributes.of(call.argument()));
            case Functions.SUB -> sub(call.argument());
            case Functions.IF -> {
                if (call.argument() instanceof Items(List<Value> items) && !items.isEmpty()
                        && items.getFirst() instanceof Text(String condition)) {
                    conditions.add(condition);
                }
                collect(call.argument());
            }
            default -> collect(call.argument());
        }
    }

    private void sub(Value argument) {
        Substitution substitution = Substitution.of(argument);
        substitution.variables().fields().values().forEach(this::collect);
        Matcher variable = Substitution.variable(substitution.text());
        while (variable.find()) {
            String name = variable.group(1);
            if (substitution.variables().field(name).isPresent()) {
                continue;
            }
            if (name.contains(".")) {
                attributes.add(Attributes.of(new Text(name)));
            } else {
                references.add(name);
            }
        }
    }

    private static String name(Call call) {
        if (call.argument() instanceof Text(String name) && !name.isEmpty()) {
            return name;
        }
        throw new Refusal(
                "Template format error: Every %s object must have a single String value.".formatted(call.function()));
    }
}
