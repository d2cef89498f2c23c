package dev.lambdaflex.simulator.template;

import java.util.Map;

import dev.lambdaflex.simulator.template.Value.Call;
import dev.lambdaflex.simulator.template.Value.Fields;

/** Functions in their long form: a map with one key. */
final class Calls {

    private Calls() {}

    /** The function that {@code fields} is; itself when it is none. */
    static Value found(Fields fields) {
        if (fields.fields().size() != 1) {
            return fields;
        }
        Map.Entry<String, Value> only = fields.fields().entrySet().iterator().next();
        return Functions.isFunction(only.getKey())
                ? new Call(Functions.played(only.getKey()), only.getValue())
                : fields;
    }
}
