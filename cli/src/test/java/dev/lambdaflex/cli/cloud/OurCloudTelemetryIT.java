package dev.lambdaflex.cli.cloud;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

import dev.lambdaflex.provisioner.contract.TelemetryBench;
import dev.lambdaflex.provisioner.contract.TelemetryContract;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.provisioner.reconcile.Telemetry;
import dev.lambdaflex.simulator.model.app.App;
import dev.lambdaflex.simulator.model.app.Gateway;
import dev.lambdaflex.simulator.model.balancer.BalancerMeter;
import dev.lambdaflex.simulator.model.metrics.CloudWatch;
import dev.lambdaflex.simulator.model.metrics.MetricId;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.split.Tier;

/** Our telemetry over our cloud, which beats as a load balancer does while the tests look back from a moment that stands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OurCloudTelemetryIT extends TelemetryContract {

    private Optional<OurCloud> opened = Optional.empty();

    @AfterAll
    void closeCloud() {
        opened.ifPresent(OurCloud::close);
    }

    /** A cloud for each test: what one served the other must not see. */
    @Override
    protected TelemetryBench open() {
        closeCloud();
        OurCloud cloud = new OurCloud();
        opened = Optional.of(cloud);
        CloudPorts ports = cloud.ports();
        ports.fargate().build("run1-build", 1);
        OurCloud.until(() -> ports.fargate().observe().status() == FargateView.Status.READY);
        Instant now = Instant.now();
        return new Bench(cloud, cloud.ports(cloud.clients(), () -> now).telemetry(), now);
    }

    private record Bench(OurCloud cloud, Telemetry telemetry, Instant now) implements TelemetryBench {

        @Override
        public Duration period() {
            return cloud.clients().settings().metrics().period();
        }

        @Override
        public Duration lag() {
            return cloud.clients().settings().metrics().lag();
        }

        @Override
        public void served(Tier tier, Instant begin, int requests, int errors, Duration latency) {
            App app = cloud.model().app(OurCloud.APP);
            switch (tier) {
                case LAMBDA -> {
                    Gateway gateway = app.gateway();
                    count(gateway.count(), begin, requests);
                    count(gateway.errors(), begin, errors);
                    metrics().record(gateway.integrationLatency(), begin, latency.toNanos() / 1e6, requests);
                }
                case FARGATE -> {
                    BalancerMeter balancer = app.fargate().orElseThrow().meter();
                    count(balancer.requestCount(), begin, requests);
                    count(balancer.target5xx(), begin, errors);
                    metrics().record(balancer.responseTime(), begin, latency.toNanos() / 1e9, requests);
                }
            }
        }

        private void count(MetricId metric, Instant at, int times) {
            metrics().record(metric, at, 1, times);
        }

        private CloudWatch metrics() {
            return cloud.model().metrics();
        }
    }
}
