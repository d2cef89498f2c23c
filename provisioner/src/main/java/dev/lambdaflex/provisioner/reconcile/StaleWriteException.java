package dev.lambdaflex.provisioner.reconcile;

/** A write of a stale lease, to the store or to the zone, or of an older version of the state. Nothing was written. */
public final class StaleWriteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleWriteException(String message) {
        super(message);
    }
}
