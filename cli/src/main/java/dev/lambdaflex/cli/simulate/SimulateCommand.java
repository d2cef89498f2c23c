package dev.lambdaflex.cli.simulate;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.Console;
import dev.lambdaflex.cli.console.ExitCode;
import dev.lambdaflex.cli.console.GlobalOptions;
import dev.lambdaflex.provisioner.store.MemoryStore;
import dev.lambdaflex.simulator.virtual.RunResult;
import dev.lambdaflex.simulator.virtual.RunSettings;
import dev.lambdaflex.simulator.virtual.VirtualRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lambdaflex simulate}. */
@Command(name = "simulate", description = "Runs a day or more of a sample app in virtual time, with faults and crashes, and checks what must always hold.", footer = {
        "  lambdaflex simulate", "  lambdaflex simulate --hours 72 --seed 7 --no-faults"})
public final class SimulateCommand implements Callable<Integer> {

    /** Four weeks: all decisions of a run are kept in memory. */
    private static final int MOST_HOURS = 672;

    @Option(names = "--hours", paramLabel = "N", defaultValue = "24", description = "How long there is load, 1 to 672 (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "What all chance follows from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--no-faults", description = "Lets nothing go wrong.")
    private boolean noFaults;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Console console = Console.of(command);
        long began = System.nanoTime();
        RunResult result = run();
        Duration wall = Duration.ofNanos(System.nanoTime() - began);
        if (GlobalOptions.of(command).json()) {
            console.line(RunJson.of(result, wall).encodePrettily());
        } else {
            console.lines(RunText.of(result, wall, console.style()));
        }
        return (result.good() ? ExitCode.OK : ExitCode.FINDING).code();
    }

    private RunResult run() {
        if (hours < 1 || hours > MOST_HOURS) {
            throw new CommandFailure(ExitCode.USAGE, "--hours: %d (expected: 1 to %d)".formatted(hours, MOST_HOURS));
        }
        Duration length = Duration.ofHours(hours);
        RunSettings settings = noFaults ? RunSettings.quiet(seed, length) : RunSettings.troubled(seed, length);
        try (MemoryStore store = new MemoryStore()) {
            return VirtualRun.run(settings, store);
        }
    }
}
