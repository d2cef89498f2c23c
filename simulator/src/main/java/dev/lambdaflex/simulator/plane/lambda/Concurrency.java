package dev.lambdaflex.simulator.plane.lambda;

/** The limits of the account and the function: concurrency, reserved concurrency, scaling rate. */
@FunctionalInterface
public interface Concurrency {

    /**
     * Decides about one more invocation; called on the function's event loop.
     *
     * @param inFlight     invocations admitted and not over yet, this one not counted
     * @param environments environments that exist
     */
    Admission admit(int inFlight, int environments);

    /** The decision. */
    sealed interface Admission {
        /**
         * It may run.
         *
         * @param release called exactly once, when the invocation is over
         */
        record Accepted(Runnable release) implements Admission {}

        /**
         * It is throttled.
         *
         * @param reason as the API gives it, such as {@code ConcurrentInvocationLimitExceeded}
         */
        record Refused(String reason) implements Admission {}
    }

    /** No limit. */
    Concurrency UNLIMITED = (_, _) -> new Admission.Accepted(() -> {});
}
