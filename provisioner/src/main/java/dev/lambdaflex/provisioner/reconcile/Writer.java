package dev.lambdaflex.provisioner.reconcile;

import java.util.regex.Pattern;

/**
 * Who writes the records of an app. Terms of one store follow each other; those of two stores say nothing about each other, so
 * that the one that came first stays, until a person decides otherwise.
 *
 * @param store the store that gave the lease, by its {@link MigrationStore#id}; empty where it has no name
 * @param term  the fencing token of the lease
 */
public record Writer(String store, long term) {

    private static final Pattern STORE = Pattern.compile("[a-z0-9]{0,40}");

    /** Nobody wrote yet. */
    public static final Writer NOBODY = new Writer("", 0);

    public Writer {
        if (!STORE.matcher(store).matches()) {
            throw new IllegalArgumentException(
                    "store: '%s' (expected: at most 40 of a-z and 0-9)".formatted(store));
        }
    }

    /** Whether this one may write after {@code last} has. */
    boolean follows(Writer last) {
        return term >= last.term && !isOfAnotherStore(last);
    }

    boolean isOfAnotherStore(Writer other) {
        return !store.isEmpty() && !other.store.isEmpty() && !store.equals(other.store);
    }
}
