package dev.lambdaflex.simulator.model.zone;

import java.util.Optional;

/** From where on a listing is asked, and how much of it. */
public record ListRequest(Optional<String> startName, Optional<RecordType> startType, Optional<String> startIdentifier,
        int maxItems) {

    /** Route 53 gives no more in one page. */
    public static final int MOST_ITEMS = 300;

    public static ListRequest fromStart() {
        return new ListRequest(Optional.empty(), Optional.empty(), Optional.empty(), MOST_ITEMS);
    }

    public static ListRequest from(String name) {
        return new ListRequest(Optional.of(name), Optional.empty(), Optional.empty(), MOST_ITEMS);
    }

    public ListRequest limitedTo(int items) {
        return new ListRequest(startName, startType, startIdentifier, items);
    }
}
