package dev.lambdaflex.cli.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;

/** Programs of this project as command lines, to be started as processes of their own by the JDK that runs this. */
public final class JavaCommand {

    private static final String HOME = "lambdaflex.home";
    private static final String WORKLOAD = "lambdaflex.workload";

    private JavaCommand() {}

    /** {@code lambdaflex ARGUMENTS}. */
    public static List<String> lambdaflex(int heapMegabytes, Path archive, List<String> arguments) {
        Path home = home().toAbsolutePath();
        List<String> command = of("cli/target/lambdaflex-cli.jar", heapMegabytes, archive,
                List.of("-D%s=%s".formatted(HOME, home)));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /** The sample app; where a launch file is named, as in the image of the cloud, by that, with flags and cache of its own. */
    public static List<String> workload(int heapMegabytes, Path archive) {
        @Nullable
        String launchFile = System.getProperty(WORKLOAD);
        if (launchFile != null) {
            return List.of(launchFile, "-Xmx%dm".formatted(heapMegabytes), "-Xlog:disable", "-Xlog:all=error:stderr");
        }
        return List.copyOf(of("workload/target/lambdaflex-workload.jar", heapMegabytes, archive, List.of()));
    }

    /**
     * One jar.
     *
     * @param heapMegabytes the most heap
     * @param archive       keeps the classes that its first process has loaded for those that follow
     */
    private static List<String> of(String jar, int heapMegabytes, Path archive, List<String> properties) {
        Path file = home().resolve(jar);
        if (!Files.exists(file)) {
            throw new CommandFailure(ExitCode.UNAVAILABLE,
                    "%s is missing (expected: built by ./lambdaflex or mvn package)".formatted(file));
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC",
                // Several processes share this machine for minutes: the second compiler would take more than it gives.
                "-XX:TieredStopAtLevel=1", "-Xmx%dm".formatted(heapMegabytes), "-Xshare:auto",
                "-XX:SharedArchiveFile=" + archive, "-XX:+AutoCreateSharedArchive", "-Xlog:disable",
                "-Xlog:all=error:stderr", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(properties);
        command.addAll(List.of("-jar", file.toAbsolutePath().toString()));
        return command;
    }

    private static Path home() {
        return Path.of(System.getProperty(HOME, "."));
    }
}
