package dev.lambdaflex.simulator.wire.elb;

import java.util.ArrayList;
import java.util.List;

import dev.lambdaflex.simulator.model.stack.BuiltResource;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;
import dev.lambdaflex.simulator.wire.protocol.Refusal;

/** Looks at tags. */
record TagReads(Inventory inventory) {

    WireResponse describe(WireRequest request) {
        List<String> arns = Form.of(request).list("ResourceArns");
        if (arns.isEmpty()) {
            throw Refusal.of("ValidationError",
                    "1 validation error detected: Value at 'resourceArns' failed to satisfy constraint: "
                            + "Member must not be null");
        }
        List<BuiltResource> all = new ArrayList<>(inventory.balancers());
        all.addAll(inventory.groups());
        all.addAll(inventory.listeners());
        List<BuiltResource> chosen = Inventory.chosen(all, arns, BuiltResource::physicalId, TagReads::unknown);
        return Answers.query(request, "DescribeTags", BalancingWire.NAMESPACE,
                xml -> xml.list("TagDescriptions", "member", chosen, (to, one) -> to
                        .text("ResourceArn", one.physicalId())
                        .list("Tags", "member", one.tags().entrySet(),
                                (tag, entry) -> tag.text("Key", entry.getKey()).text("Value", entry.getValue()))));
    }

    private static Refusal unknown(String arn) {
        if (arn.contains(":targetgroup/")) {
            return Refusal.of("TargetGroupNotFound", "Target groups '%s' not found".formatted(arn));
        }
        return arn.contains(":listener/")
                ? Refusal.of("ListenerNotFound", "Listeners '%s' not found".formatted(arn))
                : Refusal.of("LoadBalancerNotFound", "Load balancers '%s' not found".formatted(arn));
    }
}
