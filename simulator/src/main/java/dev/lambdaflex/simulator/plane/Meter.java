package dev.lambdaflex.simulator.plane;

import dev.lambdaflex.weights.split.Tier;
import java.time.Duration;

/**
 * What CloudWatch would be told. Calls come from several event loops and must neither block nor throw. Each request that a
 * front socket accepted is reported as {@link #served} exactly once, when it is over. What a meter has no use for it does not hear.
 */
public interface Meter {

    /**
     * A request ended.
     *
     * @param status      what the client was told, or 460 when it left before it was told anything
     * @param gatewayMade whether the gateway or balancer itself made the answer ({@code HTTPCode_ELB_*}), not the workload
     */
    void served(Tier tier, int status, Duration latency, boolean gatewayMade);

    /** Requests inside the tier now. */
    default void inFlight(Tier tier, int now) {}

    /** A client opened a connection ({@code NewConnectionCount}). */
    default void connectionOpened(Tier tier) {}

    /** The function ran ({@code Invocations}, {@code Duration}; {@code Errors} when it failed). */
    default void invoked(Duration duration, boolean failed) {}

    /** An invocation was refused ({@code Throttles}); it is in neither invocations nor errors. */
    default void throttled() {}

    /** A new environment became ready. */
    default void coldStart(Duration init) {}

    /** Execution environments that exist now, starting ones included. */
    default void environments(int now) {}

    /** Tasks that run now. */
    default void tasks(int now) {}

    /** The balancer could not connect to a target, or lost it ({@code TargetConnectionErrorCount}). */
    default void targetConnectionError() {}

    /** Hears nothing. */
    Meter DEAF = (_, _, _, _) -> {};
}
