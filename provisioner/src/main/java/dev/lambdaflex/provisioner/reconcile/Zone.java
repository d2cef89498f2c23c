package dev.lambdaflex.provisioner.reconcile;

import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.weights.split.RecordSet;

/** The weighted records of one app in its DNS zone: the truth about where traffic goes. */
public interface Zone {

    /**
     * The records, and under which term they were written: one look at both.
     *
     * @param records as they stand, changes under way included
     * @param term    the term in the owner's note; 0 when it has none or there is no note
     */
    record View(RecordSet records, long term) {}

    /**
     * What is there.
     *
     * @throws CloudException when it cannot be read
     */
    View look();

    /** The records alone, as {@link #look} sees them. */
    default RecordSet read() {
        return look().records();
    }

    /**
     * Replaces the records if they still stand exactly as {@code expected}, and the owner's note beside them, which then
     * carries {@code term}: all in one batch or nothing. From then on a writer of an earlier term is refused, be it never so
     * late. With both equal only the note is new.
     *
     * @param term    the fencing token of the writer's lease
     * @param comment why, kept with the change
     * @return the id to ask {@link #status} for
     * @throws StaleWriteException when the note carries a later term than {@code term}; one without a term counts as 0
     * @throws ConflictException   when the records stand otherwise, or somebody changed them or the note meanwhile
     * @throws CloudException      when there was no usable answer
     */
    String change(RecordSet expected, RecordSet wanted, long term, String comment);

    /**
     * How far a change is.
     *
     * @throws CloudException when it cannot be asked
     */
    ChangeStatus status(String changeId);
}
