package dev.lambdaflex.provisioner.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.Event;
import dev.lambdaflex.provisioner.reconcile.Lease;
import dev.lambdaflex.provisioner.reconcile.StaleWriteException;

/**
 * Who may write for an app, as it is kept. The row stays when a term ends, so that the token never begins anew.
 *
 * <pre>
 *   holder a, token 1 --renewed--> a, 1 --released--> nobody, 1 --taken--> b, 2 --expired--> b, 2 --taken--> b or c, 3
 * </pre>
 *
 * @param holder empty after a release
 */
record Term(String holder, long token, Instant until) {

    private static final String NOBODY = "";

    static Term of(Lease lease) {
        return new Term(lease.holder(), lease.token(), lease.until());
    }

    /** The lease that {@code holder} gets when {@code present} is what is kept; empty while another one holds it. */
    static Optional<Lease> acquire(Optional<Term> present, String app, String holder, Duration length, Instant now) {
        if (app.isBlank() || holder.isBlank()) {
            throw new IllegalArgumentException("app: '%s', holder: '%s' (expected: names)".formatted(app, holder));
        }
        Instant until = now.plus(length).truncatedTo(ChronoUnit.MILLIS);
        if (present.isEmpty()) {
            return Optional.of(new Lease(app, holder, 1, until));
        }
        Term term = present.get();
        boolean lasts = now.isBefore(term.until());
        if (!lasts) {
            return Optional.of(new Lease(app, holder, term.token() + 1, until));
        }
        return term.holder().equals(holder)
                ? Optional.of(new Lease(app, holder, term.token(), until))
                : Optional.empty();
    }

    boolean isOf(Lease lease) {
        return token == lease.token() && holder.equals(lease.holder());
    }

    Term released() {
        return new Term(NOBODY, token, Instant.EPOCH);
    }

    /** Refuses a write of {@code lease} unless {@code present} is its term. */
    static void guard(Optional<Term> present, Lease lease) {
        if (present.filter(term -> term.isOf(lease)).isEmpty()) {
            throw new StaleWriteException("lease on %s: token %d of %s (expected: %s)".formatted(lease.app(),
                    lease.token(), lease.holder(), present.map(Term::text).orElse("none was ever given")));
        }
    }

    /** Refuses a save made from another version than the present one. */
    static void guardVersion(long present, long made, Lease lease) {
        if (present != made) {
            throw new StaleWriteException(
                    "version of %s: %d (expected: %d)".formatted(lease.app(), made, present));
        }
    }

    /** Refuses events of an app that the lease does not cover. */
    static void guardEvents(Iterable<Event> events, Lease lease) {
        for (Event event : events) {
            if (!event.app().equals(lease.app())) {
                throw new IllegalArgumentException(
                        "event of app '%s' (expected: '%s')".formatted(event.app(), lease.app()));
            }
        }
    }

    private String text() {
        return holder.equals(NOBODY)
                ? "token %d, released".formatted(token)
                : "token %d of %s".formatted(token, holder);
    }
}
