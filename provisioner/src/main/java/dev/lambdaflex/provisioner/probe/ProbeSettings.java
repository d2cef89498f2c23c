package dev.lambdaflex.provisioner.probe;

import java.time.Duration;

/**
 * How a tier is probed.
 *
 * @param publicName the app's public name, sent as Host: an API Gateway answers 403 to any other
 * @param path       the readiness path
 * @param timeout    how long an answer may take, a cold start included
 */
public record ProbeSettings(String publicName, String path, Duration timeout) {

    public ProbeSettings {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path: '%s' (expected: beginning with /)".formatted(path));
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout: %s (expected: above 0)".formatted(timeout));
        }
    }

    /** {@code /readyz} within 10 s, the longest that a function may take to start. */
    public static ProbeSettings of(String publicName) {
        return new ProbeSettings(publicName, "/readyz", Duration.ofSeconds(10));
    }
}
