package dev.lambdaflex.provisioner.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.lambdaflex.weights.migration.Request;

/** The apps of one provisioner, as the API sees them. All calls may block: call them from a virtual thread. */
public interface Apps {

    /** All apps as their last ticks left them, by name. */
    List<Status> all();

    /** One app; empty when there is none of that name. */
    Optional<Status> status(String app);

    /**
     * Puts a person's request to {@code app} and ticks at once.
     *
     * @param ifVersion the version that the request was made for; empty to take any
     */
    Outcome request(String app, Request request, OptionalLong ifVersion);

    /** Events of {@code app} with a number above {@code after}, oldest first, at most {@code limit}. */
    List<Event> events(String app, long after, int limit);
}
