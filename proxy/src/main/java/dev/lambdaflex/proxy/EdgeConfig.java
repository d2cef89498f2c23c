package dev.lambdaflex.proxy;

import dev.lambdaflex.weights.routing.OutlierPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How an edge is set up. {@link #defaults} names the usual values; the {@code with} methods change one group.
 *
 * @param data          where clients connect
 * @param admin         where operators look: never the data port, loopback unless told otherwise
 * @param eventLoops    instances that serve side by side, each with its own connections to the upstreams
 * @param limits        what a client may send
 * @param timeouts      how long anything may take
 * @param pool          connections to one upstream, for each event loop
 * @param outliers      when a failing tier is left alone
 * @param probe         an active look at the upstreams; empty watches real requests alone, for a probe wakes a Lambda up
 * @param routeOverride who may choose the tier by header
 * @param allowedHosts  names that are served, in lower case; empty serves every name
 * @param trustForwarded whether the peer is a balancer of ours, whose {@code X-Forwarded-*} are extended, not replaced
 */
public record EdgeConfig(Listen data, Listen admin, int eventLoops, Limits limits, Timeouts timeouts, Pool pool,
        OutlierPolicy outliers, Optional<Probe> probe, RouteOverride routeOverride, Set<String> allowedHosts,
        boolean trustForwarded) {

    public EdgeConfig {
        requirePositive("eventLoops", eventLoops);
        if (data.port() != 0 && data.port() == admin.port()) {
            throw new IllegalArgumentException(
                    "admin.port: %d is the data port (expected: another one)".formatted(admin.port()));
        }
        allowedHosts.forEach(EdgeConfig::requireLowerCase);
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /** Port 0 lets the system choose. */
    public static EdgeConfig defaults(int dataPort, int adminPort) {
        return new EdgeConfig(new Listen("127.0.0.1", dataPort), new Listen("127.0.0.1", adminPort),
                Runtime.getRuntime().availableProcessors(), Limits.DEFAULT, Timeouts.DEFAULT, Pool.DEFAULT,
                OutlierPolicy.DEFAULT, Optional.empty(), new RouteOverride.Off(), Set.of(), false);
    }

    public EdgeConfig withData(Listen listen) {
        return new EdgeConfig(listen, admin, eventLoops, limits, timeouts, pool, outliers, probe, routeOverride,
                allowedHosts, trustForwarded);
    }

    public EdgeConfig withAdmin(Listen listen) {
        return new EdgeConfig(data, listen, eventLoops, limits, timeouts, pool, outliers, probe, routeOverride,
                allowedHosts, trustForwarded);
    }

    public EdgeConfig withEventLoops(int count) {
        return new EdgeConfig(data, admin, count, limits, timeouts, pool, outliers, probe, routeOverride, allowedHosts,
                trustForwarded);
    }

    public EdgeConfig withLimits(Limits other) {
        return new EdgeConfig(data, admin, eventLoops, other, timeouts, pool, outliers, probe, routeOverride,
                allowedHosts, trustForwarded);
    }

    public EdgeConfig withTimeouts(Timeouts other) {
        return new EdgeConfig(data, admin, eventLoops, limits, other, pool, outliers, probe, routeOverride,
                allowedHosts, trustForwarded);
    }

    public EdgeConfig withPool(Pool other) {
        return new EdgeConfig(data, admin, eventLoops, limits, timeouts, other, outliers, probe, routeOverride,
                allowedHosts, trustForwarded);
    }

    public EdgeConfig withOutliers(OutlierPolicy policy) {
        return new EdgeConfig(data, admin, eventLoops, limits, timeouts, pool, policy, probe, routeOverride,
                allowedHosts, trustForwarded);
    }

    public EdgeConfig withProbe(Probe other) {
        return new EdgeConfig(data, admin, eventLoops, limits, timeouts, pool, outliers, Optional.of(other),
                routeOverride, allowedHosts, trustForwarded);
    }

    public EdgeConfig withRouteOverride(RouteOverride override) {
        return new EdgeConfig(data, admin, eventLoops, limits, timeouts, pool, outliers, probe, override, allowedHosts,
                trustForwarded);
    }

    public EdgeConfig withAllowedHosts(Set<String> names) {
        return new EdgeConfig(data, admin, eventLoops, limits, timeouts, pool, outliers, probe, routeOverride, names,
                trustForwarded);
    }

    public EdgeConfig withTrustForwarded(boolean trust) {
        return new EdgeConfig(data, admin, eventLoops, limits, timeouts, pool, outliers, probe, routeOverride,
                allowedHosts, trust);
    }

    /**
     * An address to listen on.
     *
     * @param port 0 lets the system choose
     */
    public record Listen(String host, int port) {
        public Listen {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port: %d (expected: 0 to 65535)".formatted(port));
            }
        }
    }

    /**
     * What a client may send, levelled to the narrower tier: otherwise a request would pass or fail by the luck of the split.
     *
     * @param bodyBytes          4.5 MB: Lambda takes 6 MB, of which base64 leaves three quarters
     * @param headerBytes        10,240 bytes, as API Gateway; all lines together
     * @param requestLineBytes   16 KB, as a load balancer; RFC 9112 recommends at least 8,000
     * @param aggregateBytes     up to this length a body of known length is passed on in one piece, which saves a fifth of the
     *                           work and makes it replayable
     */
    public record Limits(long bodyBytes, int headerBytes, int requestLineBytes, int aggregateBytes) {

        public static final Limits DEFAULT = new Limits(4_500_000, 10_240, 16_384, 16_384);

        public Limits {
            requirePositive("limits.bodyBytes", bodyBytes);
            requirePositive("limits.headerBytes", headerBytes);
            requirePositive("limits.requestLineBytes", requestLineBytes);
            requirePositive("limits.aggregateBytes", aggregateBytes);
            if (aggregateBytes > bodyBytes) {
                throw new IllegalArgumentException("limits.aggregateBytes: %d (expected: at most bodyBytes, %d)"
                        .formatted(aggregateBytes, bodyBytes));
            }
        }
    }

    /**
     * How long anything may take.
     *
     * @param connect  until a connection to an upstream stands, waiting for a free one included
     * @param request  from the arrival of a request until its answer begins: 29 s, the integration timeout of API Gateway
     * @param idle     without a byte on a connection in use: 60 s, as a load balancer
     * @param drain    how long requests in flight may go on after {@link Edge#close}
     */
    public record Timeouts(Duration connect, Duration request, Duration idle, Duration drain) {

        public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(29),
                Duration.ofSeconds(60), Duration.ofSeconds(30));

        public Timeouts {
            requirePositive("timeouts.connect", connect.toMillis());
            requirePositive("timeouts.request", request.toMillis());
            requirePositive("timeouts.drain", drain.toMillis());
            if (idle.compareTo(request) <= 0) {
                throw new IllegalArgumentException(
                        "timeouts.idle: %s (expected: above timeouts.request, %s, or a client that waits is cut off)"
                                .formatted(idle, request));
            }
        }
    }

    /**
     * Connections to one upstream, for each event loop.
     *
     * @param size        connections, which is also the number of requests in flight
     * @param waitQueue   requests that may wait for one; beyond that they spill over or get 503
     * @param keepAlive   how long one may rest: shorter than the 60 s of a load balancer, or requests meet its closing
     * @param maxLifetime how old one may grow, so that a change of addresses is followed
     */
    public record Pool(int size, int waitQueue, Duration keepAlive, Duration maxLifetime) {

        public static final Pool DEFAULT = new Pool(512, 512, Duration.ofSeconds(50), Duration.ofSeconds(60));

        public Pool {
            requirePositive("pool.size", size);
            requirePositive("pool.keepAlive in seconds", keepAlive.toSeconds());
            requirePositive("pool.maxLifetime in seconds", maxLifetime.toSeconds());
            if (waitQueue < 0) {
                throw new IllegalArgumentException("pool.waitQueue: %d (expected: 0 or more)".formatted(waitQueue));
            }
        }
    }

    /**
     * An active look at each upstream.
     *
     * @param path     answers below 500 when the tier is well
     * @param interval from one look to the next
     * @param timeout  after which it has failed
     */
    public record Probe(String path, Duration interval, Duration timeout) {
        public Probe {
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("probe.path: %s (expected: to begin with /)".formatted(path));
            }
            requirePositive("probe.interval", interval.toMillis());
            requirePositive("probe.timeout", timeout.toMillis());
        }
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("%s: %d (expected: above 0)".formatted(name, value));
        }
    }

    private static void requireLowerCase(String host) {
        if (!host.equals(host.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("allowedHosts: %s (expected: in lower case)".formatted(host));
        }
    }
}
