package dev.lambdaflex.provisioner.aws.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;

import dev.lambdaflex.provisioner.aws.AwsPorts;
import dev.lambdaflex.provisioner.aws.tier.GatewayName;
import dev.lambdaflex.provisioner.aws.tier.TierOutputs;
import dev.lambdaflex.provisioner.aws.tier.TierStack;
import dev.lambdaflex.provisioner.contract.FargateBench;
import dev.lambdaflex.provisioner.contract.LambdaTierBench;
import dev.lambdaflex.provisioner.contract.TelemetryBench;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.provisioner.reconcile.FargateTier;
import dev.lambdaflex.provisioner.reconcile.LambdaTier;
import dev.lambdaflex.provisioner.reconcile.Telemetry;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.split.Tier;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** The benches of an emulated app: its ports as the provisioner has them. */
public final class Benches {

    private Benches() {}

    public static FargateBench fargate(EmulatedApp app) {
        CloudPorts ports = ports(app, InstantSource.system());
        return new FargateBench() {
            @Override
            public FargateTier tier() {
                return ports.fargate();
            }

            @Override
            public void until(BooleanSupplier so) {
                app.until(so);
            }

            @Override
            public void close() {
                app.close();
            }
        };
    }

    public static LambdaTierBench lambda(EmulatedApp app) {
        CloudPorts ports = ports(app, InstantSource.system());
        return new LambdaTierBench() {
            @Override
            public LambdaTier tier() {
                return ports.lambda();
            }

            @Override
            public String target() {
                return app.target();
            }

            @Override
            public void reserve(int environments) {
                app.clients()
                        .lambda()
                        .putFunctionConcurrency(request -> request.functionName(app.app().lambda().function())
                                .reservedConcurrentExecutions(environments));
            }

            @Override
            public void close() {
                app.close();
            }
        };
    }

    /** With a Fargate tier, and a clock that stands. */
    public static TelemetryBench telemetry(EmulatedApp app) {
        Instant now = Instant.now();
        CloudPorts ports = ports(app, () -> now);
        ports.fargate().build("run1-build", 1);
        app.until(() -> ports.fargate().observe().status() == FargateView.Status.READY);
        return new PublishedTelemetry(app, ports, now);
    }

    private static CloudPorts ports(EmulatedApp app, InstantSource clock) {
        return AwsPorts.of(app.clients(), app.app(), (_, _) -> true, clock);
    }

    /** Emulators make no metrics of their own but take what AWS would refuse: data points in AWS's own namespaces. */
    private record PublishedTelemetry(EmulatedApp app, CloudPorts ports, Instant now) implements TelemetryBench {

        @Override
        public Telemetry telemetry() {
            return ports.telemetry();
        }

        @Override
        public Duration period() {
            return app.clients().settings().metrics().period();
        }

        @Override
        public Duration lag() {
            return app.clients().settings().metrics().lag();
        }

        @Override
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

        @Override
        public void close() {
            app.close();
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
}
