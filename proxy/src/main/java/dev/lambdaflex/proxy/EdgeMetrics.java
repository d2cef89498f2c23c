package dev.lambdaflex.proxy;

import dev.lambdaflex.weights.routing.Availability;
import dev.lambdaflex.weights.split.Tier;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The counters and the state of the router, in the form that Prometheus reads. Labels have few values, all from our code. */
final class EdgeMetrics {

    private static final String PREFIX = "lambdaflex.edge.";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer lambdaLatency = latencyOf(Tier.LAMBDA);
    private final Timer fargateLatency = latencyOf(Tier.FARGATE);

    EdgeMetrics(EdgeCounters counters, TierRouter router) {
        for (Tier tier : Tier.values()) {
            bindTier(tier, counters, router);
        }
        for (Refusal refusal : Refusal.values()) {
            FunctionCounter.builder(PREFIX + "rejected", counters, it -> it.refusals(refusal))
                    .tag("reason", refusal.label())
                    .description("Requests that the edge answered itself")
                    .register(registry);
        }
        FunctionCounter.builder(PREFIX + "retries", counters, EdgeCounters::retries)
                .description("Second attempts")
                .register(registry);
        Gauge.builder(PREFIX + "weights.version", router, it -> it.current().map(EdgeWeights::version).orElse(-1L))
                .description("Version of the weights in use")
                .register(registry);
        Gauge.builder(PREFIX + "weights.age", router, it -> it.age().map(EdgeMetrics::seconds).orElse(Double.NaN))
                .baseUnit("seconds")
                .description("Since the weights in use were last confirmed")
                .register(registry);
    }

    void took(Tier tier, long nanos) {
        (tier == Tier.LAMBDA ? lambdaLatency : fargateLatency).record(nanos, TimeUnit.NANOSECONDS);
    }

    String scrape() {
        return registry.scrape();
    }

    void close() {
        registry.close();
    }

    private void bindTier(Tier tier, EdgeCounters counters, TierRouter router) {
        for (int statusClass = 1; statusClass <= 5; statusClass++) {
            int digit = statusClass;
            FunctionCounter.builder(PREFIX + "requests", counters, it -> it.answers(tier, digit))
                    .tag("tier", tier.label())
                    .tag("status", digit + "xx")
                    .description("Answers of a tier that were passed on")
                    .register(registry);
        }
        count("attempts", "Attempts to ask a tier", tier, counters, it -> it.asked(tier));
        count("spillovers", "Requests that a tier got in place of the other", tier, counters,
                it -> it.spillovers(tier));
        count("ejections", "Times a tier was left alone", tier, counters, it -> it.ejections(tier));
        count("aborted", "Exchanges that broke off", tier, counters, it -> it.aborted(tier));
        Gauge.builder(PREFIX + "in.flight", counters, it -> it.inFlight(tier))
                .tag("tier", tier.label())
                .description("Attempts under way")
                .register(registry);
        Gauge.builder(PREFIX + "share", router,
                it -> it.current()
                        .map(weights -> weights.split().share(tier) / 10_000.0)
                        .orElse(Double.NaN))
                .tag("tier", tier.label())
                .description("Share by the split in use")
                .register(registry);
        Gauge.builder(PREFIX + "available", router, it -> it.availability(tier) == Availability.AVAILABLE ? 1 : 0)
                .tag("tier", tier.label())
                .description("1 while a tier may be asked")
                .register(registry);
    }

    private void count(String name, String description, Tier tier, EdgeCounters counters,
            ToDoubleFunction<EdgeCounters> value) {
        FunctionCounter.builder(PREFIX + name, counters, value)
                .tag("tier", tier.label())
                .description(description)
                .register(registry);
    }

    private Timer latencyOf(Tier tier) {
        return Timer.builder(PREFIX + "latency")
                .tag("tier", tier.label())
                .description("From the arrival of a request to the end of its answer")
                .serviceLevelObjectives(millis(1), millis(2), millis(5), millis(10), millis(25), millis(50),
                        millis(100),
                        millis(250), millis(500), millis(1_000), millis(2_500), millis(5_000), millis(10_000),
                        millis(30_000))
                .register(registry);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
