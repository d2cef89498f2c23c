package dev.lambdaflex.cli.serve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import dev.lambdaflex.cli.config.LambdaFlexConfig;
import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.GlobalOptions;
import dev.lambdaflex.cli.console.StateFolder;
import dev.lambdaflex.cli.console.Table;
import dev.lambdaflex.cli.log.Logs;
import dev.lambdaflex.cli.process.Ports;
import dev.lambdaflex.cli.process.Serving;
import dev.lambdaflex.provisioner.api.ApiConfig;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lambdaflex provisioner}. */
@Command(name = "provisioner", description = "Moves apps between Lambda and Fargate, in AWS or in a cloud that speaks as it does; with API and page.", footer = {
        "  lambdaflex provisioner --config lambdaflex.yaml --region eu-central-1",
        "  lambdaflex provisioner --config lambdaflex.yaml --endpoint http://127.0.0.1:4566"})
public final class ProvisionerCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE", defaultValue = "lambdaflex.yaml", description = "The apps (default: ${DEFAULT-VALUE}; 'lambdaflex config example' prints one).")
    private Path config = Path.of("lambdaflex.yaml");

    @Option(names = "--api-port", paramLabel = "PORT", defaultValue = "8081", description = "Where control API and page listen (default: ${DEFAULT-VALUE}; 0: any).")
    private int apiPort;

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "Their address. On one that other machines reach, reads need the token, too (default: ${DEFAULT-VALUE}).")
    private String bind = ApiConfig.LOOPBACK;

    @Option(names = "--name", paramLabel = "NAME[:PORT]", description = "A further name under which clients reach them, besides those of loopback; may be given several times.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--publish", paramLabel = "NAMESPACE", description = "Publishes three metrics for each app to CloudWatch, which cost 0.30 USD a month each (default: none).")
    private @Nullable String publish;

    @Mixin
    private final AwsOptions aws = new AwsOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        Console console = Console.of(command);
        Ports.require("--api-port", apiPort);
        LambdaFlexConfig apps = LambdaFlexConfig.read(config);
        StateFolder state = GlobalOptions.of(command).state();
        Logs.alsoToFile(state.dir().resolve("provisioner.log"));
        Door door = new Door(bind, apiPort, Set.copyOf(names));
        try (ProvisionerProcess provisioner = ProvisionerProcess.start(apps, aws, door, state,
                Optional.ofNullable(publish))) {
            JsonObject where = new JsonObject().put("port", provisioner.url().getPort());
            return Serving.untilEnd(provisioner::close, where, console, () -> guide(provisioner, state, console));
        }
    }

    private static void guide(ProvisionerProcess provisioner, StateFolder state, Console console) {
        console.lines(new Table("  ").row("AWS", provisioner.identity(), "who this is to it")
                .row("page", provisioner.url() + "/", "what goes on, with buttons")
                .row("API", provisioner.url() + "/v1/apps", "contract: /openapi.yaml")
                .row("state", state.dir().toString(), "store, token, log")
                .lines());
        console.line("Ctrl-C ends it; another one goes on where it was.");
    }
}
