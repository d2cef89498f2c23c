package dev.lambdaflex.cli.cloud;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.GlobalOptions;
import dev.lambdaflex.cli.console.Table;
import dev.lambdaflex.cli.log.Logs;
import dev.lambdaflex.cli.process.Await;
import dev.lambdaflex.cli.process.Serving;
import dev.lambdaflex.simulator.journal.JournalRefused;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lambdaflex cloud}. */
@Command(name = "cloud", description = "Plays AWS on this machine: its API, DNS, API Gateway, Lambda, load balancer and Fargate.", footer = {
        "  lambdaflex cloud",
        "  aws --endpoint-url http://127.0.0.1:4566 route53 list-hosted-zones"})
public final class CloudCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "4566", description = "Where AWS's API listens (default: ${DEFAULT-VALUE}; 0: any).")
    private int port;

    @Option(names = "--dns-port", paramLabel = "PORT", defaultValue = "8053", description = "Where the name server listens (default: ${DEFAULT-VALUE}; 0: any).")
    private int dnsPort;

    @Option(names = "--data-port", paramLabel = "PORT", defaultValue = "0", description = "Where API Gateway (127.0.0.10) and load balancer (127.0.0.11) listen (default: any); with --bind API Gateway alone.")
    private int dataPort;

    @Option(names = "--balancer-port", paramLabel = "PORT", defaultValue = "0", description = "With --bind, where the load balancer listens.")
    private int balancerPort;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Another address for all of them, such as 0.0.0.0 in a container: whoever reaches it needs the keys for AWS's API and nothing for the rest (default: addresses of loopback).")
    private @Nullable String bind;

    @Option(names = "--backstage-port", paramLabel = "PORT", defaultValue = "0", description = "Where drills are ordered and the truth is told (default: any).")
    private int backstagePort;

    @Option(names = "--speed", paramLabel = "N", defaultValue = "60", description = "What the cloud's waiting times are divided by, 1 to 300 (default: ${DEFAULT-VALUE}).")
    private double speed;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "What all chance follows from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--host", paramLabel = "NAME", defaultValue = "shop.lambdaflex.test", description = "The app's public name (default: ${DEFAULT-VALUE}).")
    private String host = "shop.lambdaflex.test";

    @Mixin
    private final WorkloadOptions workload = new WorkloadOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        GlobalOptions global = GlobalOptions.of(command);
        Path folder = global.state().dir();
        CloudOptions options = new CloudOptions(host, new Listening(Optional.ofNullable(bind), port, dnsPort, dataPort,
                balancerPort, backstagePort), speed, seed, folder);
        Logs.alsoToFile(folder.resolve("cloud.log"));
        try (CloudProcess cloud = start(options)) {
            Console console = Console.of(command);
            return Serving.untilEnd(cloud::close, where(cloud), console, () -> guide(cloud, console));
        }
    }

    private static JsonObject where(CloudProcess cloud) {
        return new JsonObject().put("port", cloud.api().port())
                .put("dnsPort", cloud.dns().port())
                .put("dataPort", cloud.gateway().port())
                .put("backstagePort", cloud.backstagePort())
                .put("gateway", cloud.gateway().host())
                .put("balancer", cloud.balancer().host())
                .put("zone", cloud.zoneId());
    }

    private CloudProcess start(CloudOptions options) {
        Vertx vertx = Vertx.vertx();
        try {
            return CloudProcess.start(vertx, options, workload.sandboxes(vertx, options));
        } catch (JournalRefused e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
        } catch (CompletionException e) {
            throw Await.failure(e);
        }
    }

    private void guide(CloudProcess cloud, Console console) {
        console.lines(new Table("  ")
                .row("API", "http://%s/".formatted(cloud.api()), "AWS's, region us-east-1")
                .row("keys", "%s / %s".formatted(CloudProcess.KEY.id(), CloudProcess.KEY.secret()),
                        "access key id and secret access key; they open nothing else")
                .row("DNS", "dig @127.0.0.1 -p %d %s".formatted(cloud.dns().port(), host),
                        "%s is lambda, %s is fargate".formatted(cloud.gateway(), cloud.balancer()))
                .row("zone", cloud.zoneId(), "the hosted zone of " + host)
                .row("backstage", "http://127.0.0.1:%d/scene".formatted(cloud.backstagePort()),
                        "the truth; PUT and DELETE of /sick/TIER and /faults/FAULT order drills")
                .lines());
        console.line("Waiting times are divided by %.0f. Ctrl-C ends everything.".formatted(speed));
    }
}
