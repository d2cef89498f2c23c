package dev.lambdaflex.simulator.wire.ec2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.lambdaflex.simulator.model.stack.BuiltResource;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.protocol.Answers;
import dev.lambdaflex.simulator.wire.protocol.Form;

/** DescribeTags: one entry for each tag of each resource, all on one page. */
final class TagListing {

    private static final Set<String> FILTERS = Set.of("key", "value", "resource-id", "resource-type");
    /** What can have tags, and what EC2 calls it. */
    private static final Map<String, String> TYPES = types();

    private final Networking networking;

    TagListing(Networking networking) {
        this.networking = networking;
    }

    WireResponse answer(WireRequest request) {
        Filters wanted = Filters.of(Form.of(request), FILTERS);
        List<Item> chosen = TYPES.entrySet()
                .stream()
                .flatMap(type -> networking.built(type.getKey()).stream().flatMap(one -> items(one, type.getValue())))
                .filter(wanted::pass)
                .toList();
        return Answers.ec2(request, "DescribeTags", Listing.NAMESPACE,
                xml -> xml.list("tagSet", "item", chosen, (to, item) -> item.content().accept(to)));
    }

    private static Stream<Item> items(BuiltResource resource, String type) {
        String id = resource.physicalId();
        return resource.tags()
                .entrySet()
                .stream()
                .map(tag -> new Item(id,
                        Map.of("key", List.of(tag.getKey()), "value", List.of(tag.getValue()), "resource-id",
                                List.of(id), "resource-type", List.of(type)),
                        Map.of(), xml -> xml.text("resourceId", id)
                                .text("resourceType", type)
                                .text("key", tag.getKey())
                                .text("value", tag.getValue())));
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("VPC", "vpc");
        types.put("Subnet", "subnet");
        types.put("InternetGateway", "internet-gateway");
        types.put("RouteTable", "route-table");
        types.put("SecurityGroup", "security-group");
        return types;
    }
}
