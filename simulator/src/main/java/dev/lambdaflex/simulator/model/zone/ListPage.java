package dev.lambdaflex.simulator.model.zone;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param next where the next page starts; empty when this is the last
 */
public record ListPage(List<ResourceRecordSet> records, Optional<ListRequest> next) {

    public ListPage {
        records = List.copyOf(records);
    }
}
