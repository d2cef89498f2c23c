package dev.lambdaflex.provisioner.aws.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.lambdaflex.provisioner.aws.tier.GatewayName;
import dev.lambdaflex.provisioner.aws.tier.TierOutputs;
import dev.lambdaflex.provisioner.aws.tier.TierStack;
import dev.lambdaflex.weights.split.Tier;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** Emulators make no metrics of their own but take what AWS would refuse: data points in AWS's own namespaces. */
public final class PublishedMetrics {

    private final EmulatedApp app;

    public PublishedMetrics(EmulatedApp app) {
        this.app = app;
    }

    /** Lets {@code tier} have served so much in the period that begins at {@code begin}. */
    public void served(Tier tier, Instant begin, int requests, int errors, Duration latency) {
        switch (tier) {
            case LAMBDA -> {
                GatewayName.Stage stage = new GatewayName(app.clients().apiGateway(), app.app().lambda().host())
                        .stage();
                Map<String, String> of = Map.of("ApiId", stage.apiId(), "Stage", stage.name());
                put("AWS/ApiGateway", "Count", of, begin, requests);
                put("AWS/ApiGateway", "5xx", of, begin, errors);
                put("AWS/ApiGateway", "IntegrationLatency", of, begin, latency.toNanos() / 1e6);
            }
            case FARGATE -> {
                TierOutputs outputs = new TierStack(app.clients().cloudFormation(), app.app().fargate()).outputs()
                        .orElseThrow();
                Map<String, String> of = Map.of("LoadBalancer", outputs.loadBalancerFullName(), "TargetGroup",
                        outputs.targetGroupFullName());
                put("AWS/ApplicationELB", "RequestCount", of, begin, requests);
                put("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", of, begin, errors);
                put("AWS/ApplicationELB", "TargetResponseTime", of, begin, latency.toNanos() / 1e9);
            }
        }
    }

    /** As AWS does it, a counter that is zero is not published. */
    private void put(String namespace, String name, Map<String, String> dimensions, Instant at, double value) {
        if (value == 0) {
            return;
        }
        app.clients()
                .cloudWatch()
                .putMetricData(request -> request.namespace(namespace)
                        .metricData(MetricDatum.builder()
                                .metricName(name)
                                .dimensions(dimensions.entrySet()
                                        .stream()
                                        .map(it -> Dimension.builder()
                                                .name(it.getKey())
                                                .value(it.getValue())
                                                .build())
                                        .toList())
                                .timestamp(at)
                                .value(value)
                                .build()));
    }
}
