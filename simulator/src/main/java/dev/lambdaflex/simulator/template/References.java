package dev.lambdaflex.simulator.template;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether everything that a template mentions is there. */
record References(Set<String> parameters, Set<String> conditions, Set<String> resources) {

    void check(Map<String, Value> conditionBlock, Collection<Resource> resourceBlock, Collection<Output> outputBlock) {
        conditionBlock.values().forEach(this::checkCondition);
        Set<String> unresolved = new TreeSet<>();
        for (Resource resource : resourceBlock) {
            unresolved.addAll(unresolved(Mentions.in(resource.properties())));
            unresolved.addAll(resource.dependsOn().stream().filter(name -> !resources.contains(name)).toList());
            resource.condition().ifPresent(this::checkKnown);
        }
        refuse(unresolved, "Resources");
        for (Output output : outputBlock) {
            unresolved.addAll(unresolved(Mentions.in(output.value())));
            output.condition().ifPresent(this::checkKnown);
        }
        refuse(unresolved, "Outputs");
    }

    private List<String> unresolved(Mentions mentions) {
        mentions.conditions().forEach(this::checkKnown);
        for (Attributes.Name attribute : mentions.attributes()) {
            if (!resources.contains(attribute.logicalId())) {
                throw new Refusal("Template error: instance of Fn::GetAtt references undefined resource "
                        + attribute.logicalId());
            }
        }
        return mentions.references()
                .stream()
                .filter(name -> !resources.contains(name) && !parameters.contains(name) && !Pseudo.isOne(name))
                .toList();
    }

    private void checkCondition(Value condition) {
        Mentions mentions = Mentions.in(ConditionForm.of(condition));
        mentions.conditions().forEach(this::checkKnown);
        List<String> others = mentions.all()
                .stream()
                .filter(name -> !parameters.contains(name) && !Pseudo.isOne(name))
                .toList();
        if (!others.isEmpty()) {
            throw new Refusal(
                    "Template format error: Unresolved dependencies %s. Cannot reference resources in the Conditions block of the template"
                            .formatted(others));
        }
    }

    private void checkKnown(String condition) {
        if (!conditions.contains(condition)) {
            throw new Refusal(
                    "Template format error: Unresolved condition dependency %s in the template".formatted(condition));
        }
    }

    private static void refuse(Set<String> unresolved, String block) {
        if (!unresolved.isEmpty()) {
            throw new Refusal(
                    "Template format error: Unresolved resource dependencies %s in the %s block of the template"
                            .formatted(unresolved, block));
        }
    }
}
