package dev.lambdaflex.cli.cloud;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.lambdaflex.simulator.local.LocalCloud;
import dev.lambdaflex.simulator.local.LocalSettings;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.lambda.Bounds;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.assembly.Wire;
import dev.lambdaflex.simulator.wire.assembly.WireServices;
import dev.lambdaflex.simulator.wire.signature.AccessKey;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** A running cloud with AWS's API before it. Closing it ends every process of the workload. */
final class CloudProcess implements AutoCloseable {

    static final AccessKey KEY = AccessKeys.LOCAL;

    private final Vertx vertx;
    private final LocalCloud cloud;
    private final Wire wire;
    private final AtomicBoolean closed = new AtomicBoolean();

    private CloudProcess(Vertx vertx, CloudOptions options) {
        this.vertx = vertx;
        this.cloud = LocalCloud.resume(vertx, new LocalSettings(options.app(), options.zone(), options.speed(),
                options.seed(), options.workload(), options.folder(), options.dnsPort(), 0, Bounds.DEFAULT),
                (model, function) -> WireServices.all(model, Account.defaults(),
                        name -> name.equals(options.app()) ? Optional.of(function) : Optional.empty()));
        this.wire = wire(options);
    }

    /**
     * Starts one, or the one again whose state is in the folder. Fails with a CompletionException around what kept it from
     * listening, or with JournalRefused when the state cannot be gone on with; nothing is left running.
     */
    static CloudProcess start(Vertx vertx, CloudOptions options) {
        return new CloudProcess(vertx, options);
    }

    Endpoint api() {
        return wire.endpoint();
    }

    Endpoint dns() {
        return cloud.dns();
    }

    Endpoint gateway() {
        return cloud.gateway();
    }

    Endpoint balancer() {
        return cloud.balancer();
    }

    String zoneId() {
        return cloud.model().zone().id();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            await(wire.close().otherwiseEmpty());
            cloud.close();
            await(vertx.close().otherwiseEmpty());
        }
    }

    private Wire wire(CloudOptions options) {
        try {
            return await(Wire.start(vertx, options.port(), Account.defaults(), AccessKeys.of(KEY),
                    cloud.services()));
        } catch (RuntimeException e) {
            cloud.close();
            throw e;
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
