package dev.lambdaflex.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lambdaflex.proxy.EdgeConfig.Limits;
import dev.lambdaflex.proxy.EdgeConfig.Listen;
import dev.lambdaflex.proxy.EdgeConfig.Pool;
import dev.lambdaflex.proxy.EdgeConfig.Probe;
import dev.lambdaflex.proxy.EdgeConfig.Timeouts;
import dev.lambdaflex.weights.routing.OutlierPolicy;
import dev.lambdaflex.weights.split.Tier;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EdgeConfigTest {

    private static final EdgeConfig DEFAULTS = EdgeConfig.defaults(8080, 9090);

    @Test
    void theDefaultsAreTheLimitsOfTheNarrowerTier() {
        assertThat(DEFAULTS.data()).isEqualTo(new Listen("127.0.0.1", 8080));
        assertThat(DEFAULTS.admin()).isEqualTo(new Listen("127.0.0.1", 9090));
        assertThat(DEFAULTS.eventLoops()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(DEFAULTS.limits()).isEqualTo(new Limits(4_500_000, 10_240, 16_384, 16_384));
        assertThat(DEFAULTS.timeouts()).isEqualTo(new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(29),
                Duration.ofSeconds(60), Duration.ofSeconds(30)));
        assertThat(DEFAULTS.pool()).isEqualTo(new Pool(512, 512, Duration.ofSeconds(50), Duration.ofSeconds(60)));
        assertThat(DEFAULTS.outliers()).isEqualTo(new OutlierPolicy(5, 2_000, 60_000, 120_000, 30_000));
        assertThat(DEFAULTS.probe()).isEmpty();
        assertThat(DEFAULTS.routeOverride()).isEqualTo(new RouteOverride.Off());
        assertThat(DEFAULTS.allowedHosts()).isEmpty();
        assertThat(DEFAULTS.trustForwarded()).isFalse();
    }

    @Test
    void eachGroupIsChangedAlone() {
        Listen listen = new Listen("0.0.0.0", 1);
        Limits limits = new Limits(4, 3, 2, 1);
        Timeouts timeouts = new Timeouts(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3),
                Duration.ofMillis(4));
        Pool pool = new Pool(1, 0, Duration.ofSeconds(1), Duration.ofSeconds(2));
        OutlierPolicy policy = new OutlierPolicy(1, 2, 3, 4, 5);
        Probe probe = new Probe("/", Duration.ofMillis(1), Duration.ofMillis(1));
        RouteOverride override = new RouteOverride.Keyed("key");

        EdgeConfig changed = DEFAULTS.withData(listen)
                .withAdmin(new Listen("::1", 2))
                .withEventLoops(7)
                .withLimits(limits)
                .withTimeouts(timeouts)
                .withPool(pool)
                .withOutliers(policy)
                .withProbe(probe)
                .withRouteOverride(override)
                .withAllowedHosts(Set.of("a"))
                .withTrustForwarded(true);

        assertThat(changed).isEqualTo(new EdgeConfig(listen, new Listen("::1", 2), 7, limits, timeouts, pool, policy,
                Optional.of(probe), override, Set.of("a"), true));
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheValueAndTheExpectation() {
        assertRefused(() -> DEFAULTS.withEventLoops(0), "eventLoops: 0 (expected: above 0)");
        assertRefused(() -> EdgeConfig.defaults(80, 80), "admin.port: 80 is the data port (expected: another one)");
        assertRefused(() -> EdgeConfig.defaults(70_000, 0), "port: 70000 (expected: 0 to 65535)");
        assertRefused(() -> new Limits(10, 1, 1, 11), "limits.aggregateBytes: 11 (expected: at most bodyBytes, 10)");
        assertRefused(
                () -> new Timeouts(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1)),
                "timeouts.connect: 0 (expected: above 0)");
        assertRefused(
                () -> new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2),
                        Duration.ofSeconds(1)),
                "timeouts.idle: PT2S (expected: above timeouts.request, PT2S, or a client that waits is cut off)");
        assertRefused(() -> new Pool(1, -1, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                "pool.waitQueue: -1 (expected: 0 or more)");
        assertRefused(() -> new Probe("healthz", Duration.ofSeconds(1), Duration.ofSeconds(1)),
                "probe.path: healthz (expected: to begin with /)");
        assertRefused(() -> DEFAULTS.withAllowedHosts(Set.of("Pets.example")),
                "allowedHosts: Pets.example (expected: in lower case)");
        assertRefused(() -> new RouteOverride.Keyed(" "), "key of the route override: blank (expected: a secret)");
        assertRefused(() -> new Upstream(Tier.LAMBDA, "h", 0), "port of lambda: 0 (expected: 1 to 65535)");
        assertRefused(() -> new Upstream(Tier.LAMBDA, " ", 1), "host of lambda: blank (expected: a name or address)");
    }

    @Test
    void theKeyOfTheOverrideIsNotPrinted() {
        assertThat(new RouteOverride.Keyed("s3cret").toString()).doesNotContain("s3cret");
    }

    private static void assertRefused(ThrowingCallable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }
}
