package dev.lambdaflex.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import dev.lambdaflex.cli.follow.Chronicle;
import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.config.AppConfig;
import dev.lambdaflex.cli.config.LambdaFlexConfig;
import dev.lambdaflex.cli.config.ShortenedPolicy;
import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.GlobalOptions;
import dev.lambdaflex.cli.console.StateFolder;
import dev.lambdaflex.cli.log.Logs;
import dev.lambdaflex.cli.process.Await;
import dev.lambdaflex.cli.process.Closing;
import dev.lambdaflex.cli.process.Ports;
import dev.lambdaflex.cli.process.Signals;
import dev.lambdaflex.cli.process.Speed;
import dev.lambdaflex.weights.migration.Policy;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lambdaflex up}. */
@Command(name = "up", description = "Runs the whole system on this machine: a local cloud, the provisioner with API and page, the edge, DNS.", footer = {
        "  lambdaflex up", "  lambdaflex up --once", "  lambdaflex up --once --fail fargate@25 --report report.json"})
public final class UpCommand implements Callable<Integer> {

    private static final double SPEED = 60;
    /** A whole cycle in two minutes. */
    private static final double SPEED_ONCE = 150;

    @Option(names = "--edge-port", paramLabel = "PORT", defaultValue = "8080", description = "Where the edge listens on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0: any).")
    private int edgePort;

    @Option(names = "--api-port", paramLabel = "PORT", defaultValue = "8081", description = "Where control API and page listen (default: ${DEFAULT-VALUE}; 0: any).")
    private int apiPort;

    @Option(names = "--dns-port", paramLabel = "PORT", defaultValue = "8053", description = "Where the name server listens (default: ${DEFAULT-VALUE}; 0: any).")
    private int dnsPort;

    @Option(names = "--aws-port", paramLabel = "PORT", defaultValue = "4566", description = "Where the cloud's AWS API listens (default: ${DEFAULT-VALUE}; 0: any).")
    private int awsPort;

    @Option(names = "--speed", paramLabel = "N", description = "What the cloud's waiting times are divided by, 1 to 300 (default: 60; 150 with --once).")
    private @Nullable Double speed;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "What all chance follows from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--config", paramLabel = "FILE", description = "Runs the one app of this file (default: a sample app).")
    private @Nullable Path config;

    @Option(names = "--once", description = "One whole cycle under a built-in load, then a report.")
    private boolean once;

    @Option(names = "--fail", paramLabel = "DRILL", description = "With --once, what goes wrong: fargate@25, provisioning, provisioner@25 or lambda@drain.")
    private @Nullable String fail;

    @Option(names = "--report", paramLabel = "FILE", description = "With --once, where the report is written as JSON.")
    private @Nullable Path report;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        Console console = Console.of(command);
        GlobalOptions global = GlobalOptions.of(command);
        Drill drill = drill();
        UpOptions options = options(global.state().dir());
        Logs.alsoToFile(options.stateDir().resolve("up.log"));
        try (Closing closing = new Closing()) {
            Signals signals = Signals.heed(closing);
            Town town = Town.start(options, console::note);
            closing.add("the town", town::close);
            ApiClient api = new ApiClient(town.apiUrl(), new StateFolder(options.stateDir()).token());
            closing.add("the client of the API", api::close);
            Guide.print(town, console, once);
            Chronicle chronicle = new Chronicle(api, options.app().name());
            try {
                return once
                        ? once(town, drill, chronicle, console, global.json(), closing)
                        : follow(chronicle, console);
            } finally {
                signals.ignore();
            }
        }
    }

    private int once(Town town, Drill drill, Chronicle chronicle, Console console, boolean json, Closing closing)
            throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        closing.add("the load", () -> Await.ended(vertx.close()));
        Policy policy = ShortenedPolicy.of(town.options().app(), town.options().speed());
        Lookout lookout = Lookout.begin(town.backstage(), policy, town.options().speed());
        closing.add("the lookout", lookout::close);
        Report result = new OnceRun(town, drill, new Progress(console, chronicle), chronicle, lookout, vertx,
                OnceRun.LIMIT).run();
        if (report != null) {
            write(report, result);
        }
        if (json) {
            console.line(ReportJson.of(result).encodePrettily());
        } else {
            console.lines(ReportText.of(result, console.style()));
        }
        return (result.good() ? ExitCode.OK : ExitCode.FINDING).code();
    }

    private static int follow(Chronicle chronicle, Console console) throws InterruptedException {
        chronicle.news();
        Progress progress = new Progress(console, chronicle);
        while (!console.closed()) {
            progress.events();
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return ExitCode.INTERRUPTED.code();
    }

    private Drill drill() {
        if (!once && (fail != null || report != null)) {
            throw new CommandFailure(ExitCode.USAGE, "--fail and --report go with --once");
        }
        try {
            return fail == null ? Drill.NONE : Drill.parse(fail);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private UpOptions options(Path stateDir) {
        double chosen = Speed.require(Optional.ofNullable(speed).orElse(once ? SPEED_ONCE : SPEED));
        Ports.require("--edge-port", edgePort);
        Ports.require("--api-port", apiPort);
        Ports.require("--aws-port", awsPort);
        Ports.require("--dns-port", dnsPort);
        if (edgePort == apiPort && edgePort != 0) {
            throw new CommandFailure(ExitCode.USAGE,
                    "--edge-port and --api-port: both %d (expected: different ports)".formatted(edgePort));
        }
        Path folder = once ? stateDir.resolve("once") : stateDir;
        if (once) {
            Folders.empty(folder);
        } else {
            Folders.make(folder);
        }
        Path file = config == null ? SampleApp.in(folder) : config.toAbsolutePath();
        return new UpOptions(app(file), file, edgePort, apiPort, awsPort, dnsPort, folder, chosen, seed);
    }

    private static AppConfig app(Path file) {
        LambdaFlexConfig read = LambdaFlexConfig.read(file);
        if (read.apps().size() != 1) {
            throw new CommandFailure(ExitCode.CONFIG,
                    "%s: %d apps (expected: one, for up runs one app)".formatted(file, read.apps().size()));
        }
        return read.apps().getFirst();
    }

    private static void write(Path file, Report report) {
        try {
            Files.writeString(file, ReportJson.of(report).encodePrettily() + "\n");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, "--report: %s cannot be written".formatted(file), e);
        }
    }
}
