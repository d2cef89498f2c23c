package dev.lambdaflex.simulator.wire.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.model.CloudSettings;
import dev.lambdaflex.simulator.model.testing.TestCloud;
import dev.lambdaflex.simulator.model.time.DurationRange;
import dev.lambdaflex.simulator.model.zone.ZoneSettings;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.assembly.Wire;
import dev.lambdaflex.simulator.wire.assembly.WireServices;
import dev.lambdaflex.simulator.wire.signature.AccessKey;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** A cloud of virtual time with one app, behind a real socket. */
public final class WireRig implements AutoCloseable {

    public static final AccessKey TEMPORARY = AccessKey.temporary("LAMBDAFLEXTEMPORARY", "secret", "token");

    private final Vertx vertx = Vertx.vertx();
    private final TestCloud cloud;
    private final Wire wire;

    /** Starts the rig.
     *
     * @param callsPerSecond Route 53's throttle; AWS's is 5 */
    public WireRig(double callsPerSecond) {
        cloud = new TestCloud(3, builder -> builder.settings(settings(callsPerSecond))
                .app(TestCloud.quickShop())
                .withoutRecords());
        wire = awaited(Wire.start(vertx, new Endpoint("127.0.0.1", 0), Account.defaults(),
                AccessKeys.of(AccessKeys.LOCAL, TEMPORARY),
                WireServices.standing(cloud.cloud(), Account.defaults())));
    }

    public TestCloud cloud() {
        return cloud;
    }

    public Wire wire() {
        return wire;
    }

    public Caller caller(String service) {
        return new Caller(wire.endpoint(), service);
    }

    @Override
    public void close() {
        awaited(wire.close());
        awaited(vertx.close());
    }

    private static CloudSettings settings(double callsPerSecond) {
        CloudSettings defaults = CloudSettings.defaults();
        ZoneSettings zone = new ZoneSettings(DurationRange.ofSeconds(5, 60), DurationRange.ofSeconds(0.1, 0.8),
                Duration.ofSeconds(60), 4, Duration.ofDays(7), callsPerSecond);
        return new CloudSettings(defaults.zoneName(), zone, defaults.metrics(), defaults.prices(), defaults.boot(),
                defaults.exit());
    }

    private static <T> T awaited(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
