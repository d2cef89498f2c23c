package dev.lambdaflex.simulator.wire.lambda;

import java.time.Duration;
import java.time.Instant;

/**
 * What Lambda tells of a function besides its name.
 *
 * @param imageUri what it runs
 * @param modified when it was last changed
 */
public record FunctionFacts(int memoryMegabytes, Duration timeout, String imageUri, Instant modified) {

    /** As the container image is run: 1 GB, and 29 s, for API Gateway gives up after 30. */
    public static FunctionFacts of(String imageUri, Instant modified) {
        return new FunctionFacts(1024, Duration.ofSeconds(29), imageUri, modified);
    }
}
