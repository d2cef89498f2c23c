package dev.lambdaflex.provisioner.contract;

import java.time.Duration;
import java.time.Instant;

import dev.lambdaflex.provisioner.reconcile.Telemetry;
import dev.lambdaflex.weights.split.Tier;

/** Telemetry to be tested, of two tiers that stand and have not served anything yet. */
public interface TelemetryBench extends AutoCloseable {

    Telemetry telemetry();

    /** Now. */
    Instant now();

    /** Whole periods; data is complete this long after it came. */
    Duration period();

    Duration lag();

    /** Lets {@code tier} have served so much in the period that begins at {@code begin}, which is readable. */
    void served(Tier tier, Instant begin, int requests, int errors, Duration latency);

    @Override
    default void close() {}
}
