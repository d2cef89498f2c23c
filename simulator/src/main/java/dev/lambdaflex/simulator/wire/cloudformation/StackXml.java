package dev.lambdaflex.simulator.wire.cloudformation;

import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.stack.OnFailure;
import dev.lambdaflex.simulator.model.stack.StackEvent;
import dev.lambdaflex.simulator.model.stack.StackView;
import dev.lambdaflex.simulator.template.Output;
import dev.lambdaflex.simulator.template.Parameter;
import dev.lambdaflex.simulator.template.Template;
import dev.lambdaflex.simulator.wire.protocol.Timestamps;
import dev.lambdaflex.simulator.wire.protocol.Xml;

/** Stacks and events in XML. */
final class StackXml {

    private static final String HIDDEN = "****";

    private StackXml() {}

    static void whole(Xml xml, StackView stack) {
        StackView.Details details = stack.details();
        Template template = details.template();
        xml.text("StackId", stack.id())
                .text("StackName", stack.name())
                .text("Description", filled(template.description()))
                .list("Parameters", "member", details.parameters().entrySet(),
                        (to, entry) -> parameter(to, entry, template))
                .text("CreationTime", Timestamps.iso(stack.created()))
                .text("DeletionTime", details.deleted().map(Timestamps::iso))
                .text("LastUpdatedTime", details.updated().map(Timestamps::iso))
                .element("RollbackConfiguration", _ -> {})
                .text("StackStatus", stack.status())
                .text("StackStatusReason", filled(stack.statusReason()))
                .text("DisableRollback", details.onFailure() == OnFailure.DO_NOTHING)
                .element("NotificationARNs", _ -> {})
                .text("TimeoutInMinutes", details.timeout().map(timeout -> Math.max(1, timeout.toMinutes())))
                .texts("Capabilities", "member", details.capabilities())
                .list("Outputs", "member", stack.outputs().entrySet(), (to, entry) -> output(to, entry, template))
                .list("Tags", "member", details.tags().entrySet(), StackXml::tag)
                .text("EnableTerminationProtection", details.isProtected())
                .element("DriftInformation", drift -> drift.text("StackDriftStatus", "NOT_CHECKED"));
    }

    static void summary(Xml xml, StackView stack) {
        StackView.Details details = stack.details();
        xml.text("StackId", stack.id())
                .text("StackName", stack.name())
                .text("TemplateDescription", filled(details.template().description()))
                .text("CreationTime", Timestamps.iso(stack.created()))
                .text("LastUpdatedTime", details.updated().map(Timestamps::iso))
                .text("DeletionTime", details.deleted().map(Timestamps::iso))
                .text("StackStatus", stack.status())
                .text("StackStatusReason", filled(stack.statusReason()))
                .element("DriftInformation", drift -> drift.text("StackDriftStatus", "NOT_CHECKED"));
    }

    /** @param stack an event of the stack itself: it knows name and id */
    static void event(Xml xml, StackEvent event, StackEvent stack) {
        xml.text("StackId", stack.physicalId())
                .text("EventId", "%s-%s-%d".formatted(event.logicalId(), event.status(), event.number()))
                .text("StackName", stack.logicalId())
                .text("LogicalResourceId", event.logicalId())
                .text("PhysicalResourceId", event.physicalId())
                .text("ResourceType", event.type())
                .text("Timestamp", Timestamps.iso(event.at()))
                .text("ResourceStatus", event.status())
                .text("ResourceStatusReason", filled(event.reason()))
                .text("ClientRequestToken", filled(event.token()));
    }

    static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void parameter(Xml xml, Map.Entry<String, String> entry, Template template) {
        boolean hidden = Optional.ofNullable(template.parameters().get(entry.getKey()))
                .map(Parameter::noEcho)
                .orElse(false);
        xml.text("ParameterKey", entry.getKey()).text("ParameterValue", hidden ? HIDDEN : entry.getValue());
    }

    private static void output(Xml xml, Map.Entry<String, String> entry, Template template) {
        Optional<String> description = Optional.ofNullable(template.outputs().get(entry.getKey()))
                .map(Output::description)
                .flatMap(StackXml::filled);
        xml.text("OutputKey", entry.getKey()).text("OutputValue", entry.getValue()).text("Description", description);
    }

    private static void tag(Xml xml, Map.Entry<String, String> entry) {
        xml.text("Key", entry.getKey()).text("Value", entry.getValue());
    }
}
