package dev.lambdaflex.provisioner.reconcile;

import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.weights.split.RecordSet;

/** The weighted records of one app in its DNS zone: the truth about where traffic goes. */
public interface Zone {

    /**
     * The records as they stand, changes under way included.
     *
     * @throws CloudException when they cannot be read
     */
    RecordSet read();

    /**
     * Replaces the records if they still stand exactly as {@code expected} and no later term has written them: all in one batch
     * or nothing. The term is kept beside the records, so that the zone itself refuses a writer whose lease is over.
     *
     * @param term    the fencing token of the writer's lease
     * @param comment why, kept with the change
     * @return the id to ask {@link #status} for
     * @throws StaleWriteException when a later term has written
     * @throws ConflictException when they stand otherwise
     * @throws CloudException    when there was no usable answer
     */
    String change(RecordSet expected, RecordSet wanted, long term, String comment);

    /**
     * How far a change is.
     *
     * @throws CloudException when it cannot be asked
     */
    ChangeStatus status(String changeId);
}
