package dev.lambdaflex.simulator.template;

import java.util.List;

import dev.lambdaflex.simulator.template.Value.Items;
import dev.lambdaflex.simulator.template.Value.Text;

/** The two ways to write an attribute: {@code Service.Name} and {@code [Service, Name]}. */
final class Attributes {

    /** One attribute of one resource. */
    record Name(String logicalId, String attribute) {}

    private Attributes() {}

    /** {@code Service.Name} as a list; an attribute may have dots of its own. */
    static Value split(Value dotted) {
        if (dotted instanceof Text(String text) && text.indexOf('.') > 0) {
            int dot = text.indexOf('.');
            return new Items(List.of(new Text(text.substring(0, dot)), new Text(text.substring(dot + 1))));
        }
        return dotted;
    }

    static Name of(Value argument) {
        if (split(argument) instanceof Items(List<Value> items) && items.size() == 2
                && items.get(0) instanceof Text(String logicalId) && items.get(1) instanceof Text(String attribute)) {
            return new Name(logicalId, attribute);
        }
        throw new Refusal("Template error: every Fn::GetAtt object requires two non-empty parameters, "
                + "the resource name and the resource attribute");
    }
}
