package dev.lambdaflex.simulator.wire.cloudformation;

import java.util.List;
import java.util.Optional;

import dev.lambdaflex.simulator.model.stack.BuiltResource;
import dev.lambdaflex.simulator.model.stack.StackStatus;
import dev.lambdaflex.simulator.model.stack.StackView;
import dev.lambdaflex.simulator.model.stack.Stacks;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.PageToken.Page;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.protocol.Timestamps;
import dev.lambdaflex.simulator.wire.protocol.Xml;

/** The operations that tell of a stack's resources. */
record ResourceReads(Stacks stacks) {

    WireResponse one(WireRequest request) {
        Form form = Form.of(request);
        String stack = form.required("StackName");
        String logicalId = form.required("LogicalResourceId");
        BuiltResource found = Refusal.given(stacks.resources(stack))
                .stream()
                .filter(resource -> resource.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow(
                        () -> Requests.invalid("Resource %s does not exist for stack %s".formatted(logicalId, stack)));
        return Answers.query(request, "DescribeStackResource", CloudFormationWire.NAMESPACE,
                xml -> xml.element("StackResourceDetail", to -> resource(to, found, "LastUpdatedTimestamp", true)));
    }

    WireResponse describe(WireRequest request) {
        Form form = Form.of(request);
        String stack = form.get("StackName")
                .orElseGet(() -> owner(form.get("PhysicalResourceId")
                        .orElseThrow(() -> Requests.invalid("One of StackName and PhysicalResourceId is required."))));
        Optional<String> logicalId = form.get("LogicalResourceId");
        List<BuiltResource> found = Refusal.given(stacks.resources(stack))
                .stream()
                .filter(resource -> logicalId.isEmpty() || logicalId.get().equals(resource.logicalId()))
                .limit(StackReads.PAGE)
                .toList();
        return Answers.query(request, "DescribeStackResources", CloudFormationWire.NAMESPACE,
                xml -> xml.list("StackResources", "member", found,
                        (to, resource) -> resource(to, resource, "Timestamp", true)));
    }

    WireResponse list(WireRequest request) {
        Form form = Form.of(request);
        Page<BuiltResource> page = StackReads.page(Refusal.given(stacks.resources(form.required("StackName"))), form);
        return Answers.query(request, "ListStackResources", CloudFormationWire.NAMESPACE,
                xml -> xml.list("StackResourceSummaries", "member", page.items(),
                        (to, resource) -> resource(to, resource, "LastUpdatedTimestamp", false))
                        .text("NextToken", page.next()));
    }

    private String owner(String physicalId) {
        for (StackView stack : Refusal.given(stacks.list())) {
            boolean owns = stack.status() != StackStatus.DELETE_COMPLETE && Refusal.given(stacks.resources(stack.id()))
                    .stream()
                    .anyMatch(resource -> resource.physicalId().equals(physicalId));
            if (owns) {
                return stack.id();
            }
        }
        throw Requests.invalid("Stack for %s does not exist".formatted(physicalId));
    }

    private static void resource(Xml xml, BuiltResource resource, String time, boolean withStack) {
        if (withStack) {
            xml.text("StackName", resource.stackName()).text("StackId", resource.stackId());
        }
        xml.text("LogicalResourceId", resource.logicalId())
                .text("PhysicalResourceId", StackXml.filled(resource.physicalId()))
                .text("ResourceType", resource.type())
                .text(time, Timestamps.iso(resource.updated()))
                .text("ResourceStatus", resource.status())
                .text("ResourceStatusReason", StackXml.filled(resource.reason()))
                .element("DriftInformation", drift -> drift.text("StackResourceDriftStatus", "NOT_CHECKED"));
    }
}
