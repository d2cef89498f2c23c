package dev.lambdaflex.simulator.template;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Items;
import dev.lambdaflex.simulator.template.Value.Text;

/** The argument of Sub: a text with variables in it, and perhaps a map of variables of its own. */
record Substitution(String text, Fields variables) {

    /** {@code ${Name}}; {@code ${!Literal}} is none. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?!!)([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:]+");

    static Substitution of(Value argument) {
        Substitution substitution = switch (argument) {
            case Text(String text) -> new Substitution(text, Fields.NONE);
            case Items(List<Value> items) when items.size() == 2 && items.get(0) instanceof Text(String text)
                    && items.get(1) instanceof Fields fields ->
                new Substitution(text, fields);
            default -> throw new Refusal(
                    "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. "
                            + "Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string");
        };
        Matcher variable = variable(substitution.text);
        while (variable.find()) {
            if (!NAME.matcher(variable.group(1)).matches()) {
                throw new Refusal(
                        "Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, "
                                + "underscores, periods, and colons");
            }
        }
        return substitution;
    }

    static Matcher variable(String text) {
        return VARIABLE.matcher(text);
    }

    /** {@code ${!Literal}} stands for <code>${Literal}</code>. */
    static String literals(String text) {
        return text.replace("${!", "${");
    }
}
