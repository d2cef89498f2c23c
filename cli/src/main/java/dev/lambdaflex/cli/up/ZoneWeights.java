package dev.lambdaflex.cli.up;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.Zone;
import dev.lambdaflex.proxy.EdgeWeights;
import dev.lambdaflex.proxy.Upstream;
import dev.lambdaflex.proxy.WeightSource;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/** The zone's records as the edge's weights: looked at from time to time, given after each look. */
final class ZoneWeights implements WeightSource {

    private static final Logger LOG = LoggerFactory.getLogger(ZoneWeights.class);

    private final Zone zone;
    private final Function<String, Endpoint> locator;
    private final Duration pause;

    ZoneWeights(Zone zone, Function<String, Endpoint> locator, Duration pause) {
        this.zone = zone;
        this.locator = locator;
        this.pause = pause;
    }

    @Override
    public Subscription subscribe(Consumer<EdgeWeights> listener) {
        ScheduledExecutorService executor = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("zone-weights").factory());
        Look look = new Look(listener);
        ScheduledFuture<?> _ = executor.scheduleWithFixedDelay(look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return executor::shutdownNow;
    }

    private final class Look implements Runnable {

        private final Consumer<EdgeWeights> listener;
        private RecordSet known = RecordSet.EMPTY;
        private long version;

        Look(Consumer<EdgeWeights> listener) {
            this.listener = listener;
        }

        @Override
        public void run() {
            try {
                RecordSet records = zone.read();
                if (!records.equals(known)) {
                    known = records;
                    version++;
                }
                known.split().map(this::weights).ifPresent(listener);
            } catch (CloudException e) {
                LOG.info("the edge goes on with the weights it has: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("the zone could not be looked at", e);
            }
        }

        private EdgeWeights weights(Split split) {
            return new EdgeWeights(version, split, upstream(Tier.LAMBDA), upstream(Tier.FARGATE));
        }

        private Optional<Upstream> upstream(Tier tier) {
            return known.record(tier)
                    .map(RecordSet.Weighted::target)
                    .map(locator)
                    .map(endpoint -> new Upstream(tier, endpoint.host(), endpoint.port()));
        }
    }
}
