package dev.lambdaflex.cli.serve;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.process.Speed;
import dev.lambdaflex.provisioner.aws.Discovery;
import dev.lambdaflex.provisioner.aws.client.Access;
import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.client.AwsSettings;
import dev.lambdaflex.provisioner.reconcile.CloudException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where AWS is. Who we are to it is what the environment says, as for every program that uses AWS. */
final class AwsOptions {

    private static final String GLOBAL_SERVICES = "us-east-1";

    @Option(names = "--region", paramLabel = "REGION", defaultValue = "${env:AWS_REGION}", description = "The region of both tiers (default: AWS_REGION).")
    private @Nullable String region;

    @Option(names = "--endpoint", paramLabel = "URL", defaultValue = "${env:AWS_ENDPOINT_URL}", description = "Another address for all of AWS, such as http://127.0.0.1:4566 (default: AWS itself).")
    private @Nullable URI endpoint;

    @Option(names = "--speed", paramLabel = "N", defaultValue = "1", description = "What the waiting times of the cloud at --endpoint are divided by, 1 to 300 (default: ${DEFAULT-VALUE}).")
    private double speed = 1;

    @Option(names = "--reach", paramLabel = "TIER=HOST:PORT", description = "Where a tier is reached in clear text, instead of by TLS at its record's target: for a cloud on this machine.")
    private List<String> reach = new ArrayList<>();

    Optional<URI> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    double speed() {
        return Speed.require(speed);
    }

    Reach reach() {
        return Reach.of(reach);
    }

    /** The id of the public hosted zone around {@code host}. */
    String hostedZone(String host) {
        try (AwsClients clients = AwsClients.open(settings(), new SimpleMeterRegistry())) {
            return new Discovery(clients).hostedZone(host);
        } catch (CloudException e) {
            throw new CommandFailure(ExitCode.CLOUD, String.valueOf(e.getMessage()), e);
        }
    }

    AwsSettings settings() {
        String where = Optional.ofNullable(region)
                .or(() -> endpoint().map(_ -> GLOBAL_SERVICES))
                .orElseThrow(() -> new CommandFailure(ExitCode.USAGE,
                        "--region: missing, and AWS_REGION is not set (expected: such as eu-central-1)"));
        try {
            return new AwsSettings(where, endpoint(), new Access.Found(), AwsSettings.Patience.AWS,
                    AwsSettings.MetricTimes.AWS).shortened(speed());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "--" + e.getMessage(), e);
        }
    }
}
