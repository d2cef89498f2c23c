package dev.lambdaflex.provisioner.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.weights.migration.MigrationState;

/**
 * What outlives a crash: per app one state with a version, one lease with a fencing token, and the events. What a call has
 * acknowledged is durable.
 */
public interface MigrationStore extends AutoCloseable {

    /**
     * A state as it is stored.
     *
     * @param version rises with each save; 0 for an app that was never saved
     */
    record Stored(MigrationState state, long version) {}

    /** Which store it is: a name of a-z and 0-9 that it keeps and no other has. */
    String id();

    /** The apps that have a state, by name. */
    List<String> apps();

    Optional<Stored> load(String app);

    /**
     * Saves the state and appends the events, both or nothing.
     *
     * @param version the version that this state was made from
     * @return the new version
     * @throws StaleWriteException when {@code lease} is not the present term or the stored version is another
     */
    long save(MigrationState state, long version, List<Event> events, Lease lease);

    /**
     * Appends events without a change of state.
     *
     * @throws StaleWriteException when {@code lease} is not the present term
     */
    void append(List<Event> events, Lease lease);

    /**
     * Takes or renews the lease on an app.
     *
     * @return the lease; empty while somebody else holds it
     */
    Optional<Lease> acquire(String app, String holder, Duration term, Instant now);

    /**
     * Makes sure that a lease still is the present term.
     *
     * @throws StaleWriteException when it is not
     */
    void confirm(Lease lease);

    /** Ends a lease early. A lease that is not the present term is left alone. */
    void release(Lease lease);

    /** Events of {@code app} with a number above {@code after}, oldest first, at most {@code limit}. */
    List<Event> events(String app, long after, int limit);

    @Override
    void close();
}
