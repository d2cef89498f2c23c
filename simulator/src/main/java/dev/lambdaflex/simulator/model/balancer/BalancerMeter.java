package dev.lambdaflex.simulator.model.balancer;

import java.time.Duration;
import java.util.Map;

import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.metrics.MetricId;

/** The metrics that a load balancer publishes. Safe from any thread. */
public final class BalancerMeter {

    private static final String NAMESPACE = "AWS/ApplicationELB";

    private final CloudWatch metrics;
    private final Map<String, String> balancer;
    private final Map<String, String> targetGroup;

    public BalancerMeter(CloudWatch metrics, String balancerFullName, String groupFullName) {
        this.metrics = metrics;
        this.balancer = Map.of("LoadBalancer", balancerFullName);
        this.targetGroup = Map.of("LoadBalancer", balancerFullName, "TargetGroup", groupFullName);
    }

    /** A target answered {@code times} requests with {@code status}, each after {@code latency}. */
    public void targetAnswered(int status, Duration latency, long times) {
        metrics.count(requestCount(), times);
        metrics.count(statusClass("HTTPCode_Target_%dXX_Count", status, targetGroup), times);
        metrics.record(responseTime(), latency.toNanos() / 1e9, times);
    }

    /**
     * The balancer itself answered: 503 for want of a target, 502 and 504 for a target that did not answer. RequestCount holds
     * only requests for which a target was chosen.
     */
    public void balancerAnswered(int status, long times) {
        if (status != 503) {
            metrics.count(requestCount(), times);
        }
        metrics.count(statusClass("HTTPCode_ELB_%dXX_Count", status, balancer), times);
        metrics.count(new MetricId(NAMESPACE, "HTTPCode_ELB_%d_Count".formatted(status), balancer), times);
    }

    /** Notes how many targets are healthy and unhealthy now. */
    public void hosts(int healthy, int unhealthy) {
        metrics.record(new MetricId(NAMESPACE, "HealthyHostCount", targetGroup), healthy, 1);
        metrics.record(new MetricId(NAMESPACE, "UnHealthyHostCount", targetGroup), unhealthy, 1);
    }

    public MetricId requestCount() {
        return new MetricId(NAMESPACE, "RequestCount", targetGroup);
    }

    public MetricId target5xx() {
        return statusClass("HTTPCode_Target_%dXX_Count", 500, targetGroup);
    }

    public MetricId balancer5xx() {
        return statusClass("HTTPCode_ELB_%dXX_Count", 500, balancer);
    }

    public MetricId responseTime() {
        return new MetricId(NAMESPACE, "TargetResponseTime", targetGroup);
    }

    private static MetricId statusClass(String name, int status, Map<String, String> dimensions) {
        return new MetricId(NAMESPACE, name.formatted(status / 100), dimensions);
    }
}
