package dev.lambdaflex.simulator.model.balancer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.metrics.MetricId;

/** The metrics that a load balancer publishes. Safe from any thread. */
public final class BalancerMeter {

    private static final String NAMESPACE = "AWS/ApplicationELB";

    private final CloudWatch metrics;
    private final Map<String, String> balancer;
    private final MetricId requestCount;
    private final MetricId responseTime;
    private final MetricId healthyHosts;
    private final MetricId unhealthyHosts;
    private final MetricId balancer5xx;
    /** By the first digit of the status. */
    private final Map<Integer, MetricId> targetCodes = new HashMap<>();

    public BalancerMeter(CloudWatch metrics, String balancerFullName, String groupFullName) {
        this.metrics = metrics;
        this.balancer = Map.of("LoadBalancer", balancerFullName);
        Map<String, String> group = Map.of("LoadBalancer", balancerFullName, "TargetGroup", groupFullName);
        this.requestCount = new MetricId(NAMESPACE, "RequestCount", group);
        this.responseTime = new MetricId(NAMESPACE, "TargetResponseTime", group);
        this.healthyHosts = new MetricId(NAMESPACE, "HealthyHostCount", group);
        this.unhealthyHosts = new MetricId(NAMESPACE, "UnHealthyHostCount", group);
        this.balancer5xx = new MetricId(NAMESPACE, "HTTPCode_ELB_5XX_Count", balancer);
        for (int digit = 1; digit <= 5; digit++) {
            targetCodes.put(digit, new MetricId(NAMESPACE, "HTTPCode_Target_%dXX_Count".formatted(digit), group));
        }
    }

    /** A target answered {@code times} requests with {@code status}, each after {@code latency}. */
    public void targetAnswered(int status, Duration latency, long times) {
        metrics.count(requestCount, times);
        metrics.count(targetCode(status), times);
        metrics.record(responseTime, latency.toNanos() / 1e9, times);
    }

    /**
     * The balancer itself answered: 503 for want of a target, 502 and 504 for a target that did not answer. RequestCount holds
     * only requests for which a target was chosen.
     */
    public void balancerAnswered(int status, long times) {
        if (status / 100 != 5) {
            throw new IllegalArgumentException("status: %d (expected: 500 to 599)".formatted(status));
        }
        if (times > 0) {
            metrics.count(requestCount, status == 503 ? 0 : times);
            metrics.count(balancer5xx, times);
            metrics.count(new MetricId(NAMESPACE, "HTTPCode_ELB_%d_Count".formatted(status), balancer), times);
        }
    }

    /** Notes how many targets are healthy and unhealthy now. */
    public void hosts(int healthy, int unhealthy) {
        metrics.record(healthyHosts, healthy, 1);
        metrics.record(unhealthyHosts, unhealthy, 1);
    }

    public MetricId requestCount() {
        return requestCount;
    }

    public MetricId target5xx() {
        return targetCode(500);
    }

    public MetricId balancer5xx() {
        return balancer5xx;
    }

    public MetricId responseTime() {
        return responseTime;
    }

    public MetricId healthyHosts() {
        return healthyHosts;
    }

    private MetricId targetCode(int status) {
        MetricId metric = targetCodes.get(status / 100);
        if (metric == null) {
            throw new IllegalArgumentException("status: %d (expected: 100 to 599)".formatted(status));
        }
        return metric;
    }
}
