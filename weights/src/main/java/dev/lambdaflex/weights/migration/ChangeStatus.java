package dev.lambdaflex.weights.migration;

/** How far a change of the zone is. */
public enum ChangeStatus {
    /** Taken, not yet on all name servers. */
    PENDING,
    /** On all name servers. */
    INSYNC,
    /** The zone does not know the change any more. */
    UNKNOWN
}
