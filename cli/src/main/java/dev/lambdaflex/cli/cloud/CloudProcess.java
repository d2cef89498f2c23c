package dev.lambdaflex.cli.cloud;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import dev.lambdaflex.simulator.backstage.Backstage;
import dev.lambdaflex.simulator.local.LocalCloud;
import dev.lambdaflex.simulator.local.LocalSettings;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.lambda.Bounds;
import dev.lambdaflex.simulator.plane.sandbox.Sandboxes;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.assembly.Wire;
import dev.lambdaflex.simulator.wire.assembly.WireServices;
import dev.lambdaflex.simulator.wire.signature.AccessKey;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** A running cloud with AWS's API before it. Closing it ends every copy of the workload. */
final class CloudProcess implements AutoCloseable {

    static final AccessKey KEY = AccessKeys.LOCAL;

    private final Vertx vertx;
    private final LocalCloud cloud;
    private final Wire wire;
    private final Backstage backstage;
    private final AtomicBoolean closed = new AtomicBoolean();

    private CloudProcess(Vertx vertx, CloudOptions options, Sandboxes workload) {
        this.vertx = vertx;
        this.cloud = LocalCloud.resume(vertx, new LocalSettings(options.app(), options.zone(), options.speed(),
                options.seed(), options.folder(), options.listening().places(), Bounds.DEFAULT), workload,
                (model, function) -> WireServices.all(model, Account.defaults(),
                        name -> name.equals(options.app()) ? Optional.of(function) : Optional.empty()));
        this.wire = opened(() -> wire(options));
        this.backstage = opened(() -> backstage(options));
    }

    /**
     * Starts one, or the one again whose state is in the folder. Fails with a CompletionException around what kept it from
     * listening, or with JournalRefused when the state cannot be gone on with; nothing is left running.
     *
     * @param workload where its copies run; closed with the cloud
     */
    static CloudProcess start(Vertx vertx, CloudOptions options, Sandboxes workload) {
        return new CloudProcess(vertx, options, workload);
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

    int backstagePort() {
        return backstage.port();
    }

    String zoneId() {
        return cloud.model().zone().id();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            await(backstage.close().otherwiseEmpty());
            await(wire.close().otherwiseEmpty());
            cloud.close();
            await(vertx.close().otherwiseEmpty());
        }
    }

    private Wire wire(CloudOptions options) {
        return await(
                Wire.start(vertx, options.listening().api(), Account.defaults(), AccessKeys.of(KEY), cloud.services()));
    }

    private Backstage backstage(CloudOptions options) {
        return await(Backstage.open(vertx, options.listening().backstage(),
                new CloudStage(cloud, wire.calls(), options.app())));
    }

    /** What opens, or nothing: the cloud ends when something on the way to it cannot be had. */
    private <T> T opened(Supplier<T> door) {
        try {
            return door.get();
        } catch (RuntimeException e) {
            cloud.close();
            throw e;
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
