package dev.lambdaflex.provisioner.aws.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where AWS is, who we are to it, and how long it may take.
 *
 * @param region   the region of both tiers: {@code eu-central-1}
 * @param endpoint one address for all services; empty for AWS itself
 * @param access   who we are
 * @param patience how long calls may take
 * @param metrics  how metrics come
 */
public record AwsSettings(String region, Optional<URI> endpoint, Access access, Patience patience,
        MetricTimes metrics) {

    private static final Pattern REGION = Pattern.compile("[a-z]{2,3}(?:-[a-z]+)+-\\d{1,2}");

    public AwsSettings {
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException(
                    "region: '%s' (expected: the name of an AWS region, such as eu-central-1)".formatted(region));
        }
        endpoint.ifPresent(AwsSettings::requireHttp);
    }

    /** AWS itself. */
    public static AwsSettings of(String region, Access access) {
        return new AwsSettings(region, Optional.empty(), access, Patience.AWS, MetricTimes.AWS);
    }

    /** Something on another address that speaks as AWS does. */
    public static AwsSettings at(URI endpoint) {
        return new AwsSettings("us-east-1", Optional.of(endpoint), Access.anybody(), Patience.AWS, MetricTimes.AWS);
    }

    /** The same for a cloud whose waiting times are divided by {@code speed}. */
    public AwsSettings shortened(double speed) {
        return new AwsSettings(region, endpoint, access, patience.shortened(speed), metrics.shortened(speed));
    }

    private static void requireHttp(URI endpoint) {
        boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null) {
            throw new IllegalArgumentException(
                    "endpoint: %s (expected: http:// or https:// and a host)".formatted(endpoint));
        }
    }

    /**
     * How long calls may take.
     *
     * @param attempt        one request with its answer
     * @param call           all attempts of the SDK together; shorter than the lease lasts
     * @param throttled      how long we go on asking Route 53 while it says that it is busy; no longer than a tick
     * @param betweenRoute53 the least time between two calls to Route 53, which takes 5 a second of the whole account
     */
    public record Patience(Duration attempt, Duration call, Duration throttled, Duration betweenRoute53) {

        /** Three calls a second leave two for others. */
        public static final Patience AWS = new Patience(Duration.ofSeconds(6), Duration.ofSeconds(15),
                Duration.ofSeconds(8), Duration.ofMillis(340));

        public Patience {
            requirePositive("attempt", attempt);
            requirePositive("call", call);
            requirePositive("throttled", throttled);
            requirePositive("betweenRoute53", betweenRoute53);
        }

        /** Real answers take real time, and so does the throttle: only what we wait by ourselves is shortened. */
        Patience shortened(double speed) {
            return new Patience(attempt, call, divided(throttled, speed, Duration.ofSeconds(2)), betweenRoute53);
        }
    }

    /**
     * How metrics come.
     *
     * @param period the length of a data point, whole seconds
     * @param lag    how old a data point is at most before it is complete
     */
    public record MetricTimes(Duration period, Duration lag) {

        /** Standard metrics: one minute, surely complete after three. */
        public static final MetricTimes AWS = new MetricTimes(Duration.ofMinutes(1), Duration.ofMinutes(3));

        public MetricTimes {
            if (period.toSeconds() < 1 || period.toNanosPart() != 0) {
                throw new IllegalArgumentException("period: %s (expected: whole seconds)".formatted(period));
            }
            if (lag.isNegative()) {
                throw new IllegalArgumentException("lag: %s (expected: 0 or more)".formatted(lag));
            }
        }

        MetricTimes shortened(double speed) {
            long seconds = Math.max(1, Math.round(period.toSeconds() / speed));
            return new MetricTimes(Duration.ofSeconds(seconds), divided(lag, speed, Duration.ZERO));
        }
    }

    private static Duration divided(Duration duration, double speed, Duration least) {
        Duration divided = Duration.ofNanos(Math.round(duration.toNanos() / speed));
        return divided.compareTo(least) < 0 ? least : divided;
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("%s: %s (expected: above 0)".formatted(name, duration));
        }
    }
}
