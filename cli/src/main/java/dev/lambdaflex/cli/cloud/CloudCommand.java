package dev.lambdaflex.cli.cloud;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.GlobalOptions;
import dev.lambdaflex.cli.console.Table;
import dev.lambdaflex.cli.log.Logs;
import dev.lambdaflex.cli.process.ParentGuard;
import dev.lambdaflex.cli.up.WorkloadCommand;
import dev.lambdaflex.simulator.journal.JournalRefused;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lambdaflex cloud}. */
@Command(name = "cloud", description = "Plays AWS on this machine: its API, DNS, API Gateway, Lambda, load balancer and Fargate.", footer = {
        "  lambdaflex cloud",
        "  aws --endpoint-url http://127.0.0.1:4566 route53 list-hosted-zones"})
public final class CloudCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "4566", description = "Where AWS's API listens on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0: any).")
    private int port;

    @Option(names = "--dns-port", paramLabel = "PORT", defaultValue = "8053", description = "Where the name server listens (default: ${DEFAULT-VALUE}; 0: any).")
    private int dnsPort;

    @Option(names = "--speed", paramLabel = "N", defaultValue = "60", description = "What the cloud's waiting times are divided by, 1 to 300 (default: ${DEFAULT-VALUE}).")
    private double speed;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "What all chance follows from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--host", paramLabel = "NAME", defaultValue = "shop.lambdaflex.test", description = "The app's public name (default: ${DEFAULT-VALUE}).")
    private String host = "shop.lambdaflex.test";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        GlobalOptions global = GlobalOptions.of(command);
        Path folder = global.state().dir();
        CloudOptions options = new CloudOptions(host, port, dnsPort, speed, seed, folder,
                WorkloadCommand.sample(folder));
        Logs.alsoToFile(folder.resolve("cloud.log"));
        Vertx vertx = Vertx.vertx();
        CountDownLatch ended = new CountDownLatch(1);
        try (CloudProcess cloud = start(vertx, options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endOnSignal(cloud, ended), "cloud-end"));
            ParentGuard.watch(ended::countDown);
            guide(cloud, Console.of(command));
            ended.await();
        }
        return ExitCode.INTERRUPTED.code();
    }

    private static CloudProcess start(Vertx vertx, CloudOptions options) {
        try {
            return CloudProcess.start(vertx, options);
        } catch (JournalRefused e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()), e);
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CommandFailure(ExitCode.UNAVAILABLE, String.valueOf(cause.getMessage()), cause);
        }
    }

    /** The JVM ends with its hooks: the cloud is closed by then. */
    private static void endOnSignal(CloudProcess cloud, CountDownLatch ended) {
        ended.countDown();
        cloud.close();
    }

    private void guide(CloudProcess cloud, Console console) {
        console.lines(new Table("  ")
                .row("API", "http://%s/".formatted(cloud.api()), "AWS's, region us-east-1")
                .row("keys", "%s / %s".formatted(CloudProcess.KEY.id(), CloudProcess.KEY.secret()),
                        "access key id and secret access key; they open nothing else")
                .row("DNS", "dig @127.0.0.1 -p %d %s".formatted(cloud.dns().port(), host),
                        "%s is lambda, %s is fargate".formatted(cloud.gateway(), cloud.balancer()))
                .row("zone", cloud.zoneId(), "the hosted zone of " + host)
                .lines());
        console.line("Waiting times are divided by %.0f. Ctrl-C ends everything.".formatted(speed));
    }
}
