package dev.lambdaflex.simulator.model.zone;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

import dev.lambdaflex.simulator.model.api.Reply;

/** Pages of a zone in listing order. A start that is not there begins at the next record set after it. */
final class Listing {

    private Listing() {}

    static Reply<ListPage> of(ListRequest request, NavigableMap<RecordKey, ResourceRecordSet> records) {
        if (request.startType().isPresent() && request.startName().isEmpty()) {
            return Reply.refused("InvalidInput",
                    "The input is not valid: a start record type requires a start record name.");
        }
        if (request.startIdentifier().isPresent() && request.startType().isEmpty()) {
            return Reply.refused("InvalidInput",
                    "The input is not valid: a start record identifier requires a start record type.");
        }
        if (request.maxItems() < 1) {
            return Reply
                    .refused("InvalidInput",
                            "1 validation error detected: Value '%d' at 'maxItems' failed to satisfy constraint: "
                                    .formatted(request.maxItems())
                                    + "Member must have value greater than or equal to 1");
        }
        int limit = Math.min(request.maxItems(), ListRequest.MOST_ITEMS);
        Collection<ResourceRecordSet> rest = request.startName()
                .map(name -> after(name, request, records))
                .orElse(records.values());
        List<ResourceRecordSet> upToNext = rest.stream().limit(limit + 1L).toList();
        Optional<ListRequest> next = upToNext.size() > limit
                ? Optional.of(startingAt(upToNext.getLast(), limit))
                : Optional.empty();
        return Reply.given(new ListPage(upToNext.subList(0, Math.min(limit, upToNext.size())), next));
    }

    private static Collection<ResourceRecordSet> after(String name, ListRequest request,
            NavigableMap<RecordKey, ResourceRecordSet> records) {
        RecordKey start = new RecordKey(Names.normalise(name), request.startType().orElse(RecordType.A),
                request.startIdentifier().orElse(""));
        return records.tailMap(start, true).values();
    }

    private static ListRequest startingAt(ResourceRecordSet record, int maxItems) {
        return new ListRequest(Optional.of(record.name()), Optional.of(record.type()), record.setIdentifier(),
                maxItems);
    }
}
