package dev.lambdaflex.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.lambdaflex.cli.config.AppConfig;
import dev.lambdaflex.cli.config.LambdaFlexConfig;
import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.GlobalOptions;
import dev.lambdaflex.cli.log.Logs;
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
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Console console = Console.of(command);
        GlobalOptions global = GlobalOptions.of(command);
        Drill drill = drill();
        Path stateDir = global.state().dir();
        UpOptions options = options(stateDir, drill);
        prepareLog(global);
        try (Town town = Town.start(options)) {
            CountDownLatch closed = new CountDownLatch(1);
            Thread interrupted = Thread.currentThread();
            Thread hook = new Thread(() -> endOnSignal(interrupted, town, closed), "up-end");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                Guide.print(town, console, once);
                return once ? once(town, drill, console, global.json()) : follow(town, console);
            } finally {
                closed.countDown();
            }
        }
    }

    private int once(Town town, Drill drill, Console console, boolean json) {
        Progress progress = new Progress(console, town.provisioner(), town.options().app().name());
        Report result = new OnceRun(town, drill, progress).run();
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

    private static int follow(Town town, Console console) {
        Progress progress = new Progress(console, town.provisioner(), town.options().app().name());
        try {
            while (!console.closed()) {
                progress.events();
                TimeUnit.MILLISECONDS.sleep(200);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.INTERRUPTED.code();
    }

    /** The signal's own way: the command's thread is told, and the town is closed before the JVM ends. */
    private static void endOnSignal(Thread command, Town town, CountDownLatch closed) {
        if (closed.getCount() > 0) {
            command.interrupt();
            town.close();
        }
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

    private UpOptions options(Path stateDir, Drill drill) {
        double chosen = Optional.ofNullable(speed).orElse(once ? SPEED_ONCE : SPEED);
        if (!(chosen >= 1 && chosen <= 300)) {
            throw new CommandFailure(ExitCode.USAGE, "--speed: %s (expected: 1 to 300)".formatted(chosen));
        }
        requirePort("--edge-port", edgePort);
        requirePort("--api-port", apiPort);
        requirePort("--dns-port", dnsPort);
        if (edgePort == apiPort && edgePort != 0) {
            throw new CommandFailure(ExitCode.USAGE,
                    "--edge-port and --api-port: both %d (expected: different ports)".formatted(edgePort));
        }
        Path folder = once ? stateDir.resolve("once-" + drill.name().toLowerCase(Locale.ROOT)) : stateDir;
        if (once) {
            Folders.empty(folder);
        }
        return new UpOptions(app(), edgePort, apiPort, dnsPort, folder, chosen, seed, WorkloadCommand.sample(stateDir));
    }

    private AppConfig app() {
        if (config == null) {
            return LocalPolicy.sample();
        }
        LambdaFlexConfig read = LambdaFlexConfig.read(config);
        if (read.apps().size() != 1) {
            throw new CommandFailure(ExitCode.CONFIG,
                    "%s: %d apps (expected: one, for up runs one app)".formatted(config, read.apps().size()));
        }
        return read.apps().getFirst();
    }

    private static void prepareLog(GlobalOptions global) {
        Folders.make(global.state().dir());
        Logs.alsoToFile(global.state().logFile());
    }

    private static void requirePort(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new CommandFailure(ExitCode.USAGE, "%s: %d (expected: 0 to 65535)".formatted(name, port));
        }
    }

    private static void write(Path file, Report report) {
        try {
            Files.writeString(file, ReportJson.of(report).encodePrettily() + "\n");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, "--report: %s cannot be written".formatted(file), e);
        }
    }
}
