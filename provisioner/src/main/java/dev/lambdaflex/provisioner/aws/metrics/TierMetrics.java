package dev.lambdaflex.provisioner.aws.metrics;

import java.util.List;
import java.util.Map;

import dev.lambdaflex.provisioner.aws.tier.GatewayName;
import dev.lambdaflex.provisioner.aws.tier.TierOutputs;

/**
 * Which metrics tell what a tier served.
 *
 * @param requests     each is a part of the requests
 * @param errors       each is a part of the errors
 * @param latency      its 99th percentile
 * @param nanosPerUnit what the latency is counted in
 * @param source       for people
 */
record TierMetrics(List<Metric> requests, List<Metric> errors, Metric latency, double nanosPerUnit, String source) {

    private static final String SUM = "Sum";

    /** HTTP APIs name their errors in lower case. Latency without the gateway's own part compares with the balancer's. */
    static TierMetrics lambda(GatewayName.Stage stage) {
        Map<String, String> of = Map.of("ApiId", stage.apiId(), "Stage", stage.name());
        return new TierMetrics(
                List.of(new Metric("lambda_requests", "AWS/ApiGateway", "Count", of, SUM)),
                List.of(new Metric("lambda_errors", "AWS/ApiGateway", "5xx", of, SUM)),
                new Metric("lambda_p99", "AWS/ApiGateway", "IntegrationLatency", of, "p99"), 1e6,
                "CloudWatch AWS/ApiGateway");
    }

    /**
     * RequestCount holds no request for which no target was chosen, so the balancer's own errors are requests, too. They are
     * counted for the balancer as a whole, never for a target group.
     */
    static TierMetrics fargate(TierOutputs tier) {
        Map<String, String> balancer = Map.of("LoadBalancer", tier.loadBalancerFullName());
        Map<String, String> group = Map.of("LoadBalancer", tier.loadBalancerFullName(), "TargetGroup",
                tier.targetGroupFullName());
        Metric own = new Metric("fargate_own_errors", "AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", balancer, SUM);
        return new TierMetrics(
                List.of(new Metric("fargate_requests", "AWS/ApplicationELB", "RequestCount", group, SUM), own),
                List.of(new Metric("fargate_errors", "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", group, SUM),
                        own),
                new Metric("fargate_p99", "AWS/ApplicationELB", "TargetResponseTime", group, "p99"), 1e9,
                "CloudWatch AWS/ApplicationELB");
    }

    /** What the balancer publishes each period, asked or not. Each of its nodes does, so the least is what all agree on. */
    static Metric heartbeat(TierOutputs tier) {
        return new Metric("fargate_heartbeat", "AWS/ApplicationELB", "HealthyHostCount",
                Map.of("LoadBalancer", tier.loadBalancerFullName(), "TargetGroup", tier.targetGroupFullName()),
                "Minimum");
    }

    /** Invocations refused for want of environments: neither the function's errors nor its invocations hold them. */
    static Metric throttles(String function) {
        return new Metric("lambda_throttles", "AWS/Lambda", "Throttles", Map.of("FunctionName", function), SUM);
    }
}
