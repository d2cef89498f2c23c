package dev.lambdaflex.simulator.plane;

import dev.lambdaflex.weights.split.Tier;
import java.time.Duration;

/**
 * What CloudWatch would be told. Calls come from several event loops and must neither block nor throw. Each request that a
 * front socket accepted is reported as {@link #served} exactly once, when it is over.
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
    void inFlight(Tier tier, int now);

    /** A client opened a connection ({@code NewConnectionCount}). */
    void connectionOpened(Tier tier);

    /** The function ran ({@code Invocations}, {@code Duration}; {@code Errors} when it failed). */
    void invoked(Duration duration, boolean failed);

    /** An invocation was refused ({@code Throttles}); it is in neither invocations nor errors. */
    void throttled();

    /** A new environment became ready. */
    void coldStart(Duration init);

    /** Execution environments that exist now, starting ones included. */
    void environments(int now);

    /** Tasks that run now. */
    void tasks(int now);

    /** The balancer could not connect to a target, or lost it ({@code TargetConnectionErrorCount}). */
    void targetConnectionError();

    /** Hears nothing. */
    Meter DEAF = new Meter() {
        @Override
        public void served(Tier tier, int status, Duration latency, boolean gatewayMade) {}

        @Override
        public void inFlight(Tier tier, int now) {}

        @Override
        public void connectionOpened(Tier tier) {}

        @Override
        public void invoked(Duration duration, boolean failed) {}

        @Override
        public void throttled() {}

        @Override
        public void coldStart(Duration init) {}

        @Override
        public void environments(int now) {}

        @Override
        public void tasks(int now) {}

        @Override
        public void targetConnectionError() {}
    };
}
