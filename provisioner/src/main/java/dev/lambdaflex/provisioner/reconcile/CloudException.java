package dev.lambdaflex.provisioner.reconcile;

/**
 * A call to the cloud that gave no usable answer. Whether it took effect is not known, so the caller looks again before it
 * repeats anything. The message is one sentence for people.
 */
public class CloudException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CloudException(String message) {
        super(message);
    }

    public CloudException(String message, Throwable cause) {
        super(message, cause);
    }
}
