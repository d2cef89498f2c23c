package dev.lambdaflex.provisioner.aws.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

import dev.lambdaflex.provisioner.aws.AwsPorts;
import dev.lambdaflex.provisioner.contract.FargateBench;
import dev.lambdaflex.provisioner.contract.LambdaTierBench;
import dev.lambdaflex.provisioner.contract.TelemetryBench;
import dev.lambdaflex.provisioner.reconcile.CloudPorts;
import dev.lambdaflex.provisioner.reconcile.FargateTier;
import dev.lambdaflex.provisioner.reconcile.LambdaTier;
import dev.lambdaflex.provisioner.reconcile.Telemetry;
import dev.lambdaflex.weights.migration.FargateView;
import dev.lambdaflex.weights.split.Tier;

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
                // The account of an emulator outlives the app, and a reservation takes from it.
                app.clients()
                        .lambda()
                        .deleteFunctionConcurrency(request -> request.functionName(app.app().lambda().function()));
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
            new PublishedMetrics(app).served(tier, begin, requests, errors, latency);
        }

        @Override
        public void close() {
            app.close();
        }
    }
}
