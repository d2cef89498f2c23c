package dev.lambdaflex.simulator.model.app;

import java.time.Duration;
import java.util.Map;

import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.metrics.MetricId;
import dev.lambdaflex.weights.split.Tier;

/** The API Gateway name in front of the function. It is always there and costs nothing. Safe from any thread. */
public final class Gateway {

    /** The hosted zone of regional API Gateway names of us-east-1. */
    public static final String HOSTED_ZONE_ID = "Z1UJRXOUMOOFQ8";
    /** What the names of all regional API Gateways of us-east-1 end with. */
    public static final String DOMAIN = ".execute-api.us-east-1.amazonaws.com";
    private static final String NAMESPACE = "AWS/ApiGateway";

    private final String dnsName;
    private final Map<String, String> dimensions;
    private final CloudWatch metrics;
    private final Ledger ledger;

    Gateway(String id, CloudWatch metrics, Ledger ledger) {
        this.dnsName = "d-" + id + DOMAIN;
        this.dimensions = Map.of("ApiId", id, "Stage", "$default");
        this.metrics = metrics;
        this.ledger = ledger;
    }

    /** The name that the app's Lambda record leads to. */
    public String dnsName() {
        return dnsName;
    }

    /**
     * The gateway answered {@code times} requests with {@code status}; the integration took {@code integration} of {@code whole}.
     * Lambda's throttles and failures come out as 5xx here.
     */
    public void answered(int status, Duration integration, Duration whole, long times) {
        ledger.asked(Tier.LAMBDA, times);
        metrics.count(count(), times);
        if (status >= 400) {
            metrics.count(statusClass(status), times);
        }
        metrics.record(metric("IntegrationLatency"), millis(integration), times);
        metrics.record(metric("Latency"), millis(whole), times);
    }

    public MetricId count() {
        return metric("Count");
    }

    public MetricId errors() {
        return statusClass(500);
    }

    public MetricId integrationLatency() {
        return metric("IntegrationLatency");
    }

    private MetricId statusClass(int status) {
        return metric(status / 100 + "xx");
    }

    private MetricId metric(String name) {
        return new MetricId(NAMESPACE, name, dimensions);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
