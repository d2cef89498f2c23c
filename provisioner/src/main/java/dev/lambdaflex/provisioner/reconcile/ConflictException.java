package dev.lambdaflex.provisioner.reconcile;

/** A conditional write that found something else than it expected. Nothing was changed. */
public final class ConflictException extends CloudException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String message) {
        super(message);
    }
}
