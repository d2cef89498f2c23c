package dev.lambdaflex.weights.gate;

import java.time.Duration;

/**
 * The limits that the gates hold a tier to.
 *
 * @param errorLimit        errors per request that are still good, above 0 and below 1
 * @param minimumRequests   requests that make an error rate at the limit trustworthy. With none failing among n, the true rate
 *                          is below 3/n with 95 % confidence: 300 bounds it at 1 %
 * @param latencyLimit      the 99th percentile that is still good
 * @param latencyRatio      how many times the other tier's 99th percentile is still good, above 1
 * @param latencySamples    requests that a 99th percentile needs to mean anything
 * @param failedProbes      health probes failing in a row that make a tier broken
 */
public record GateSettings(double errorLimit, int minimumRequests, Duration latencyLimit, double latencyRatio,
        int latencySamples,
        int failedProbes) {

    public GateSettings {
        require(errorLimit > 0 && errorLimit < 1, "errorLimit", errorLimit, "above 0 and below 1");
        require(minimumRequests > 0, "minimumRequests", minimumRequests, "above 0");
        require(latencyLimit.isPositive(), "latencyLimit", latencyLimit, "above 0");
        require(latencyRatio > 1, "latencyRatio", latencyRatio, "above 1");
        require(latencySamples > 0, "latencySamples", latencySamples, "above 0");
        require(failedProbes > 0, "failedProbes", failedProbes, "above 0");
    }

    public static GateSettings defaults() {
        return new GateSettings(0.01, 300, Duration.ofSeconds(1), 1.5, 100, 3);
    }

    private static void require(boolean valid, String name, Object value, String expected) {
        if (!valid) {
            throw new IllegalArgumentException("%s: %s (expected: %s)".formatted(name, value, expected));
        }
    }
}
