package dev.lambdaflex.provisioner.aws.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.reconcile.Status;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import io.micrometer.cloudwatch2.CloudWatchConfig;
import io.micrometer.cloudwatch2.CloudWatchMeterRegistry;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.NamingConvention;

/**
 * The provisioner's own meters in CloudWatch: a short list, for each metric there costs 0.30 USD a month (us-east-1, 2026), and
 * each app has each of them. Prometheus gets everything. Alarms are made on these.
 */
public final class OwnMetrics implements AutoCloseable {

    private static final String SHARE = "lambdaflex.fargate.share";
    private static final String FAILURES = "lambdaflex.failures";
    private static final String BLIND = "lambdaflex.blind";
    private static final Set<String> LIST = Set.of(SHARE, FAILURES, BLIND);

    private final MeterRegistry registry;
    private final PublishingClient client;
    private final Map<String, AtomicReference<Status>> apps = new ConcurrentHashMap<>();

    private OwnMetrics(PublishingClient client, CloudWatchConfig config) {
        this.client = client;
        this.registry = new CloudWatchMeterRegistry(config, Clock.SYSTEM, client);
        this.registry.config()
                .namingConvention(NamingConvention.dot)
                .meterFilter(MeterFilter.denyUnless(id -> LIST.contains(id.getName())));
    }

    /** Publishes to {@code namespace} once in {@code step} until it is closed. */
    public static OwnMetrics publish(AwsClients clients, String namespace, Duration step) {
        return new OwnMetrics(new PublishingClient(clients.cloudWatch()), config(namespace, step));
    }

    /** An app's tick has ended. */
    public void ticked(Status status) {
        apps.computeIfAbsent(status.app(), app -> gauges(app, status)).set(status);
    }

    @Override
    public void close() {
        registry.close();
        client.close();
    }

    private AtomicReference<Status> gauges(String app, Status first) {
        AtomicReference<Status> status = new AtomicReference<>(first);
        gauge(SHARE, "share of Fargate by the records as they stand, 0 to 1; nothing while they cannot be read", app,
                status, OwnMetrics::share);
        gauge(FAILURES, "migrations that failed in a row", app, status, it -> it.state().backoff().failures());
        gauge(BLIND, "what the last tick could not read", app, status, it -> it.seen().blind().size());
        return status;
    }

    private void gauge(String name, String description, String app, AtomicReference<Status> status,
            ToDoubleFunction<Status> value) {
        Gauge.builder(name, status, it -> value.applyAsDouble(it.get()))
                .description(description)
                .tag("app", app)
                .register(registry);
    }

    /** Micrometer leaves out what is not a number. */
    private static double share(Status status) {
        return status.seen()
                .records()
                .flatMap(RecordSet::split)
                .map(split -> (double) split.share(Tier.FARGATE) / Split.WHOLE)
                .orElse(Double.NaN);
    }

    private static CloudWatchConfig config(String namespace, Duration step) {
        Map<String, String> values = Map.of("cloudwatch.namespace", namespace, "cloudwatch.step", step.toString());
        return values::get;
    }
}
