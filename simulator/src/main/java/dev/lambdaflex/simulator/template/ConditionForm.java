package dev.lambdaflex.simulator.template;

import java.util.List;
import java.util.Map;

import dev.lambdaflex.simulator.template.Value.Call;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Items;
import dev.lambdaflex.simulator.template.Value.Text;

/** {@code {Condition: Name}} is a function in conditions alone; everywhere else it may be a plain map, as in a policy. */
final class ConditionForm {

    private ConditionForm() {}

    static Value of(Value value) {
        return switch (value) {
            case Text text -> text;
            case Items(List<Value> items) -> new Items(items.stream().map(ConditionForm::of).toList());
            case Call(String function, Value argument) -> new Call(function, of(argument));
            case Fields(Map<String, Value> fields) when fields.size() == 1
                    && fields.get("Condition") instanceof Text name ->
                new Call(Functions.CONDITION, name);
            case Fields fields -> fields;
        };
    }
}
