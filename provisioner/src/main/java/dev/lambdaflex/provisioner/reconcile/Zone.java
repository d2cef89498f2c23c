package dev.lambdaflex.provisioner.reconcile;

import dev.lambdaflex.weights.migration.ChangeStatus;
import dev.lambdaflex.weights.split.RecordSet;

/** The weighted records of one app in its DNS zone: the truth about where traffic goes. */
public interface Zone {

    /**
     * The records, and who wrote them: one look at both.
     *
     * @param records as they stand, changes under way included
     * @param writer  the one that the owner's note names; nobody when there is no note
     */
    record View(RecordSet records, Writer writer) {}

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
     * names {@code writer}: all in one batch or nothing. From then on a writer of an earlier term or another store is refused,
     * be it never so late. With both equal only the note is new.
     *
     * @param writer  who writes
     * @param comment why, kept with the change
     * @return the id to ask {@link #status} for
     * @throws StaleWriteException when the note names a later term, or another store
     * @throws ConflictException   when the records stand otherwise, or somebody changed them or the note meanwhile
     * @throws CloudException      when there was no usable answer
     */
    String change(RecordSet expected, RecordSet wanted, Writer writer, String comment);

    /**
     * How far a change is.
     *
     * @throws CloudException when it cannot be asked
     */
    ChangeStatus status(String changeId);
}
