package dev.lambdaflex.simulator.model.lambda;

import java.time.Duration;

/** What Lambda does with a request. */
public sealed interface Admission {

    /** An environment that idled takes it. */
    record Warm(String environment) implements Admission {}

    /**
     * A new environment takes it.
     *
     * @param init how long it initialises in virtual time; a real process takes the time that it takes
     */
    record Cold(String environment, Duration init) implements Admission {}

    /** Nobody takes it: 429 TooManyRequestsException, {@code reason} as AWS words it. */
    record Throttled(String reason) implements Admission {}
}
