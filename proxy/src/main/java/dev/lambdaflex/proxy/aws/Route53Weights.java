package dev.lambdaflex.proxy.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.proxy.EdgeWeights;
import dev.lambdaflex.proxy.Upstream;
import dev.lambdaflex.proxy.WeightSource;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;

/**
 * The edge's weights from Route 53. While it cannot be read, the edge goes on with what it has, and the looks become rarer:
 *
 * <pre>
 *   look  pause  look  pause  failed  2 pauses  failed  4 pauses  failed  8 pauses  failed  8 pauses ...
 * </pre>
 *
 * each pause a tenth longer or shorter by chance, so that many edges do not look at once. Log lines come when reading fails and when
 * it works again, not in between.
 */
public final class Route53Weights implements WeightSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Route53Weights.class);
    private static final int MOST_DOUBLINGS = 3;

    private final ZoneLook zone;
    private final Locator locator;
    private final Duration pause;

    private Route53Weights(Route53Source source, Locator locator) {
        this.zone = new ZoneLook(source);
        this.locator = locator;
        this.pause = source.pause();
    }

    /** Opens the way to Route 53; nothing is asked before {@link #subscribe}. */
    public static Route53Weights open(Route53Source source, Locator locator) {
        return new Route53Weights(source, locator);
    }

    @Override
    public Subscription subscribe(Consumer<EdgeWeights> listener) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("route53-weights").factory());
        new Look(listener, executor).plan(Duration.ZERO);
        return executor::shutdownNow;
    }

    @Override
    public void close() {
        zone.close();
    }

    private final class Look implements Runnable {

        private final Consumer<EdgeWeights> listener;
        private final ScheduledExecutorService executor;
        private RecordSet known = RecordSet.EMPTY;
        private long version;
        private int failures;

        Look(Consumer<EdgeWeights> listener, ScheduledExecutorService executor) {
            this.listener = listener;
            this.executor = executor;
        }

        void plan(Duration delay) {
            try {
                ScheduledFuture<?> _ = executor.schedule(this, delay.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("cancelled", e);
            }
        }

        @Override
        public void run() {
            try {
                saw(zone.get());
            } catch (RuntimeException e) {
                couldNot(e);
            }
            plan(next());
        }

        private void saw(RecordSet records) {
            if (failures > 0) {
                LOG.info("the weights can be read from Route 53 again");
                failures = 0;
            }
            if (!records.equals(known)) {
                known = records;
                version++;
            }
            known.split().map(this::weights).ifPresent(listener);
        }

        private void couldNot(RuntimeException e) {
            failures++;
            if (failures == 1 && !executor.isShutdown()) {
                LOG.warn("the edge goes on with {}: Route 53 cannot be read: {}",
                        known.split().map(split -> "the weights it has, " + split).orElse("no weights yet"),
                        e.getMessage());
            }
        }

        private Duration next() {
            long most = pause.toNanos() << Math.min(failures, MOST_DOUBLINGS);
            return Duration.ofNanos(Math.round(most * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
        }

        private EdgeWeights weights(Split split) {
            return new EdgeWeights(version, split, upstream(Tier.LAMBDA), upstream(Tier.FARGATE));
        }

        private Optional<Upstream> upstream(Tier tier) {
            return known.record(tier).map(record -> locator.locate(tier, record.target()));
        }
    }
}
