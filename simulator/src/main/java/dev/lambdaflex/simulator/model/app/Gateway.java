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

    private final String apiId;
    private final String dnsName;
    private final CloudWatch metrics;
    private final Ledger ledger;
    private final MetricId count;
    private final MetricId rejected;
    private final MetricId errors;
    private final MetricId integrationLatency;
    private final MetricId latency;

    Gateway(String id, CloudWatch metrics, Ledger ledger) {
        this.apiId = id;
        this.dnsName = "d-" + id + DOMAIN;
        this.metrics = metrics;
        this.ledger = ledger;
        Map<String, String> dimensions = Map.of("ApiId", id, "Stage", "$default");
        this.count = new MetricId(NAMESPACE, "Count", dimensions);
        this.rejected = new MetricId(NAMESPACE, "4xx", dimensions);
        this.errors = new MetricId(NAMESPACE, "5xx", dimensions);
        this.integrationLatency = new MetricId(NAMESPACE, "IntegrationLatency", dimensions);
        this.latency = new MetricId(NAMESPACE, "Latency", dimensions);
    }

    /** The id of its HTTP API. */
    public String apiId() {
        return apiId;
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
        metrics.count(count, times);
        switch (status / 100) {
            case 4 -> metrics.count(rejected, times);
            case 5 -> metrics.count(errors, times);
            default -> {
            }
        }
        metrics.record(integrationLatency, millis(integration), times);
        metrics.record(latency, millis(whole), times);
    }

    public MetricId count() {
        return count;
    }

    public MetricId errors() {
        return errors;
    }

    public MetricId integrationLatency() {
        return integrationLatency;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
