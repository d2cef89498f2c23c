package dev.lambdaflex.simulator.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.template.Value.Call;
import dev.lambdaflex.simulator.template.Value.Fields;
import dev.lambdaflex.simulator.template.Value.Items;
import dev.lambdaflex.simulator.template.Value.Text;

/** What holds for any template: both notations mean the same, and the order of resources respects who needs whom. */
class TemplatePropertiesTest {

    private static final List<String> FUNCTIONS = List.of("Fn::Join", "Fn::Select", "Fn::If", "Fn::Base64");

    private final Random random = new Random(11);

    @Test
    void yamlAndJsonOfTheSameValueAreReadAlike() {
        for (int i = 0; i < 500; i++) {
            Value value = value(4);
            String json = "{\"Resources\": {\"It\": {\"Type\": \"T\", \"Properties\": {\"X\": %s, \"Y\": \"1\"}}}}"
                    .formatted(json(value));
            String yaml = "Resources: {It: {Type: T, Properties: {X: %s, Y: '1'}}}".formatted(yaml(value));
            Value fromJson = property(json);
            assertThat(property(yaml)).as(yaml).isEqualTo(fromJson);
            assertThat(fromJson).as(json).isEqualTo(value);
        }
    }

    @Test
    void everyResourceComesAfterWhatItNeeds() {
        for (int i = 0; i < 200; i++) {
            Map<String, List<String>> needs = new LinkedHashMap<>();
            int size = 1 + random.nextInt(20);
            for (int n = size; n > 0; n--) {
                List<String> needed = new ArrayList<>();
                for (int m = n - 1; m > 0; m--) {
                    if (random.nextInt(4) == 0) {
                        needed.add("R" + m);
                    }
                }
                needs.put("R" + n, needed);
            }
            Template template = Template.read(resources(needs)).orThrow(IllegalArgumentException::new);
            List<String> order = template.order().order();
            assertThat(order).containsExactlyInAnyOrderElementsOf(needs.keySet());
            needs.forEach((id, needed) -> assertThat(order.subList(0, order.indexOf(id))).containsAll(needed));
        }
    }

    @Test
    void anyCircleIsFound() {
        for (int size = 1; size < 12; size++) {
            Map<String, List<String>> needs = new LinkedHashMap<>();
            for (int n = 0; n < size; n++) {
                needs.put("R" + n, List.of("R" + (n + 1) % size));
            }
            needs.put("Outside", List.of("R0"));
            assertThat(Template.read(resources(needs)))
                    .isEqualTo(new Checked.Bad<>("Circular dependency between resources: %s".formatted(
                            needs.keySet().stream().filter(id -> !id.equals("Outside")).toList())));
        }
    }

    @Test
    void nothingThatSomebodyTypesBreaksTheReader() {
        String good = "Resources:\n  A:\n    Type: T\n    Properties: {X: !Sub '${A}', Y: [1, {Ref: B}]}\n";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder typed = new StringBuilder(good);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                typed.setCharAt(random.nextInt(typed.length()), (char) (32 + random.nextInt(95)));
            }
            assertThat(Template.read(typed.toString())).as("%s", typed).isNotNull();
        }
    }

    private static String resources(Map<String, List<String>> needs) {
        return needs.entrySet()
                .stream()
                .map(one -> "%s: {Type: T, DependsOn: %s}".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", ", "Resources: {", "}"));
    }

    private Value value(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        return switch (kind) {
            case 0 -> new Text(text());
            case 1 -> new Items(values(depth));
            case 2 -> new Fields(Map.of("k" + text(), value(depth - 1), "l", new Text("two keys are no function")));
            default -> new Call(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), new Items(values(depth)));
        };
    }

    private List<Value> values(int depth) {
        List<Value> values = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            values.add(value(depth - 1));
        }
        // A condition's name comes first in an If, and there are no conditions here.
        values.addFirst(new Items(List.of()));
        return values;
    }

    private String text() {
        return random.ints(random.nextInt(6), 32, 127)
                .mapToObj(c -> String.valueOf((char) c))
                .filter(c -> !"\\\"'${}".contains(c))
                .collect(Collectors.joining());
    }

    private static Value property(String template) {
        return Template.read(template)
                .orThrow(message -> new IllegalArgumentException(message + ": " + template))
                .resources()
                .values()
                .iterator()
                .next()
                .properties()
                .field("X")
                .orElseThrow();
    }

    private static String json(Value value) {
        return switch (value) {
            case Text(String text) -> "\"" + text + "\"";
            case Items(List<Value> items) -> items.stream()
                    .map(TemplatePropertiesTest::json)
                    .collect(Collectors.joining(",", "[", "]"));
            case Fields(Map<String, Value> fields) -> fields.entrySet()
                    .stream()
                    .map(one -> "\"%s\":%s".formatted(one.getKey(), json(one.getValue())))
                    .collect(Collectors.joining(",", "{", "}"));
            case Call(String function, Value argument) -> "{\"%s\":%s}".formatted(function, json(argument));
        };
    }

    private static String yaml(Value value) {
        return switch (value) {
            case Text(String text) -> "'" + text + "'";
            case Items(List<Value> items) -> items.stream()
                    .map(TemplatePropertiesTest::yaml)
                    .collect(Collectors.joining(", ", "[", "]"));
            case Fields(Map<String, Value> fields) -> fields.entrySet()
                    .stream()
                    .map(one -> "'%s': %s".formatted(one.getKey(), yaml(one.getValue())))
                    .collect(Collectors.joining(", ", "{", "}"));
            case Call(String function, Value argument) -> "!%s %s".formatted(function.substring(4), yaml(argument));
        };
    }
}
