package dev.lambdaflex.simulator.ports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.provisioner.reconcile.Telemetry;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.api.Reply;
import dev.lambdaflex.simulator.model.api.Service;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.FargateTierParts;
import dev.lambdaflex.simulator.model.balancer.BalancerMeter;
import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.metrics.DataPoint;
import dev.lambdaflex.simulator.model.metrics.MetricId;
import dev.lambdaflex.simulator.model.metrics.Statistic;
import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.split.Tier;

/**
 * What the tiers served, by CloudWatch.
 *
 * <pre>
 *   asked:         from |.............................| to
 *   comes back:       |---|---|---|---|---|
 *                     up to a whole period      down to a whole period that is surely readable (3 minutes old)
 * </pre>
 *
 * While there is a load balancer, it also ends where the balancer's heartbeat ends.
 *
 * <p>The percentile is asked of the whole window in one period, for percentiles of minutes cannot be averaged.
 */
public final class ModelTelemetry implements Telemetry {

    private static final Statistic P99 = new Statistic.Percentile(99);

    private final Cloud cloud;
    private final App app;

    public ModelTelemetry(Cloud cloud, App app) {
        this.cloud = cloud;
        this.app = app;
    }

    @Override
    public TierWindow window(Tier tier, Instant from, Instant to) {
        return cloud.doors()
                .pass(Service.CLOUDWATCH, () -> Reply.given(read(tier, from, to)))
                .orThrow(Refusals::exception);
    }

    private TierWindow read(Tier tier, Instant from, Instant to) {
        long period = cloud.metrics().period().toMillis();
        Instant begins = Instant.ofEpochMilli(Math.ceilDiv(from.toEpochMilli(), period) * period);
        Instant readable = earlier(cloud.metrics().readableUntil(), heartbeat());
        Instant last = earlier(to, readable);
        Instant ends = Instant.ofEpochMilli(Math.floorDiv(last.toEpochMilli(), period) * period);
        if (!ends.isAfter(begins)) {
            return TierWindow.empty(begins, begins, "CloudWatch: no whole period is readable yet");
        }
        return switch (tier) {
            case LAMBDA -> lambda(begins, ends);
            case FARGATE -> app.fargate()
                    .map(FargateTierParts::meter)
                    .map(meter -> fargate(meter, begins, ends))
                    .orElseGet(() -> TierWindow.empty(begins, ends, "there is no load balancer"));
        };
    }

    /**
     * A count that is 0 publishes nothing, so silence and late metrics look alike. The load balancer's number of healthy targets
     * is published each minute whatever happens: where it ends, nobody knows what came after.
     */
    private Instant heartbeat() {
        return app.fargate()
                .flatMap(parts -> cloud.metrics().lastReadable(parts.meter().healthyHosts()))
                .orElse(Instant.MAX);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private TierWindow lambda(Instant from, Instant to) {
        long requests = sum(app.gateway().count(), from, to);
        long errors = sum(app.gateway().errors(), from, to);
        Optional<Duration> p99 = p99(app.gateway().integrationLatency(), 1e6, from, to);
        return new TierWindow(from, to, requests, Math.min(requests, errors), p99, "CloudWatch AWS/ApiGateway");
    }

    /** RequestCount holds no request that the balancer answered 503, so its own errors are added to the denominator. */
    private TierWindow fargate(BalancerMeter meter, Instant from, Instant to) {
        long ownErrors = sum(meter.balancer5xx(), from, to);
        long requests = sum(meter.requestCount(), from, to) + ownErrors;
        long errors = sum(meter.target5xx(), from, to) + ownErrors;
        Optional<Duration> p99 = p99(meter.responseTime(), 1e9, from, to);
        return new TierWindow(from, to, requests, Math.min(requests, errors), p99, "CloudWatch AWS/ApplicationELB");
    }

    private long sum(MetricId metric, Instant from, Instant to) {
        List<DataPoint> points = whole(metric, Statistic.Plain.SUM, from, to);
        return points.isEmpty() ? 0 : Math.round(points.getFirst().value());
    }

    private Optional<Duration> p99(MetricId metric, double nanosPerUnit, Instant from, Instant to) {
        return whole(metric, P99, from, to).stream()
                .findFirst()
                .map(point -> Duration.ofNanos(Math.round(point.value() * nanosPerUnit)));
    }

    private List<DataPoint> whole(MetricId metric, Statistic statistic, Instant from, Instant to) {
        CloudWatch metrics = cloud.metrics();
        return metrics.data(metric, statistic, Duration.between(from, to), from, to);
    }
}
