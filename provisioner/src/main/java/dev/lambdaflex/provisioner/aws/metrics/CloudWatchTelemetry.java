package dev.lambdaflex.provisioner.aws.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.client.AwsSettings.MetricTimes;
import dev.lambdaflex.provisioner.aws.metrics.Snapshot.Window;
import dev.lambdaflex.provisioner.aws.tier.GatewayName;
import dev.lambdaflex.provisioner.aws.tier.LambdaHome;
import dev.lambdaflex.provisioner.aws.tier.TierOutputs;
import dev.lambdaflex.provisioner.aws.tier.TierStack;
import dev.lambdaflex.provisioner.reconcile.Telemetry;
import dev.lambdaflex.weights.gate.TierWindow;
import dev.lambdaflex.weights.split.Tier;

/**
 * What the tiers served, by CloudWatch.
 *
 * <pre>
 *   asked:         from |.............................| to
 *   comes back:       |---|---|---|---|---|
 *                     up to a whole period      down to a whole period that is surely complete
 * </pre>
 *
 * A count that is 0 publishes nothing, so silence and late metrics look alike. The balancer's number of healthy targets comes each
 * period whatever happens: while there is a balancer, a window also ends where that heartbeat ends.
 *
 * <p>Each metric that is asked for costs money, and there is new data only once a period. So all counters of both tiers are read in
 * one call a period, however often there is a tick and however many windows it looks through. Percentiles cannot be put together
 * from those of periods: each window with traffic asks for its own, both tiers in one call.
 */
public final class CloudWatchTelemetry implements Telemetry {

    /** How many periods are read at least, so that the windows of the next tick nearly always fit. */
    private static final int LEAST_PERIODS = 15;

    private final MetricReader reader;
    private final MetricTimes times;
    private final GatewayName gateway;
    private final TierStack stack;
    private final Metric throttles;
    private final InstantSource clock;
    private Optional<Snapshot> last = Optional.empty();
    private Duration longestAsked = Duration.ZERO;
    /** Where the load balancer's heartbeat ends; empty while it has never been heard. */
    private Optional<Instant> heartbeat = Optional.empty();

    public CloudWatchTelemetry(AwsClients clients, LambdaHome home, GatewayName gateway, TierStack stack,
            InstantSource clock) {
        this.reader = new MetricReader(clients.cloudWatch());
        this.times = clients.settings().metrics();
        this.gateway = gateway;
        this.stack = stack;
        this.throttles = TierMetrics.throttles(home.function());
        this.clock = clock;
    }

    @Override
    public synchronized TierWindow window(Tier tier, Instant from, Instant to) {
        Instant now = clock.instant();
        Instant begins = down(from.plus(times.period()).minusNanos(1));
        Instant complete = earlier(to, now.minus(times.lag()));
        if (!down(complete).isAfter(begins)) {
            return TierWindow.empty(begins, begins, "CloudWatch: no whole period is readable yet");
        }
        Snapshot snapshot = snapshot(begins, now);
        Instant ends = down(heartbeat.map(until -> earlier(complete, until)).orElse(complete));
        if (!ends.isAfter(begins)) {
            return TierWindow.empty(begins, begins,
                    "CloudWatch: the load balancer's metrics have not come since " + ends);
        }
        Window window = new Window(begins, ends);
        return snapshot.metrics(tier)
                .map(metrics -> served(tier, metrics, snapshot, window))
                .orElseGet(() -> TierWindow.empty(begins, ends, "there is no load balancer"));
    }

    /** Whether the newest data, incomplete as it may be, tells of throttled invocations. */
    public synchronized boolean throttledLately() {
        Instant now = clock.instant();
        Instant since = down(now.minus(times.lag())).minus(times.period());
        return snapshot(since, now).sum(throttles, since, now) > 0;
    }

    private TierWindow served(Tier tier, TierMetrics metrics, Snapshot snapshot, Window window) {
        long requests = snapshot.sum(metrics.requests(), window);
        long errors = snapshot.sum(metrics.errors(), window);
        Optional<Duration> p99 = requests == 0
                ? Optional.empty()
                : snapshot.p99(tier, window, () -> latencies(snapshot, window));
        return new TierWindow(window.begins(), window.ends(), requests, Math.min(requests, errors), p99,
                metrics.source());
    }

    private Snapshot snapshot(Instant begins, Instant now) {
        longestAsked = longer(longestAsked, Duration.between(begins, now));
        Instant period = down(now);
        Optional<Snapshot> usable = last.filter(it -> it.covers(period, begins));
        if (usable.isPresent()) {
            return usable.get();
        }
        Snapshot read = counters(period, now);
        last = Optional.of(read);
        longestAsked = Duration.between(begins, now);
        return read;
    }

    private Snapshot counters(Instant period, Instant now) {
        Map<Tier, TierMetrics> tiers = new EnumMap<>(Tier.class);
        tiers.put(Tier.LAMBDA, TierMetrics.lambda(gateway.stage()));
        Optional<TierOutputs> outputs = stack.outputs();
        outputs.ifPresent(it -> tiers.put(Tier.FARGATE, TierMetrics.fargate(it)));
        List<Metric> metrics = new ArrayList<>(List.of(throttles));
        outputs.map(TierMetrics::heartbeat).ifPresent(metrics::add);
        tiers.values().forEach(tier -> Stream.of(tier.requests(), tier.errors()).forEach(metrics::addAll));
        Instant from = down(now.minus(longer(longestAsked, times.period().multipliedBy(LEAST_PERIODS))));
        Instant to = period.plus(times.period());
        Snapshot read = new Snapshot(period, from, tiers, reader.read(metrics, times.period(), from, to));
        heartbeat = outputs.map(TierMetrics::heartbeat)
                .flatMap(metric -> read.lastOf(metric).map(last -> last.plus(times.period())).or(() -> heartbeat));
        return read;
    }

    /** One period as long as the window. Should it be cut in two nevertheless, the worse half counts. */
    private Map<Tier, Duration> latencies(Snapshot snapshot, Window window) {
        Duration whole = Duration.between(window.begins(), window.ends());
        List<Metric> metrics = snapshot.busy(window).stream().map(TierMetrics::latency).toList();
        Map<String, NavigableMap<Instant, Double>> points = reader.read(metrics, whole, window.begins(),
                window.ends());
        Map<Tier, Duration> latencies = new EnumMap<>(Tier.class);
        snapshot.tiers()
                .forEach((tier, it) -> worst(points.get(it.latency().id()))
                        .map(value -> Duration.ofNanos(Math.round(value * it.nanosPerUnit())))
                        .ifPresent(p99 -> latencies.put(tier, p99)));
        return latencies;
    }

    private static Optional<Double> worst(@Nullable NavigableMap<Instant, Double> series) {
        return series == null ? Optional.empty() : series.values().stream().max(Double::compare);
    }

    private Instant down(Instant instant) {
        long period = times.period().toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), period) * period);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
