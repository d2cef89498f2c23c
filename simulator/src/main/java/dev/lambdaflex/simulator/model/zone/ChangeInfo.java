package dev.lambdaflex.simulator.model.zone;

import java.time.Instant;

/** A change as GetChange tells it. There is no failed: a change that was taken gets everywhere in the end. */
public record ChangeInfo(String id, Status status, Instant submitted, String comment) {

    /** How far it is. */
    public enum Status {
        /** Not yet on all name servers. */
        PENDING,
        /** On all name servers. */
        INSYNC
    }
}
