package dev.lambdaflex.cli.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;

/** This very program as a command line, to be started as a process of its own. */
public final class SelfCommand {

    private static final String HOME = "lambdaflex.home";

    private SelfCommand() {}

    /**
     * {@code lambdaflex ARGUMENTS} by the JDK that runs this.
     *
     * @param heapMegabytes the most heap
     * @param archive       keeps the classes that its first process has loaded for those that follow
     */
    public static List<String> of(int heapMegabytes, Path archive, List<String> arguments) {
        Path home = Path.of(System.getProperty(HOME, ".")).toAbsolutePath();
        Path jar = home.resolve("cli/target/lambdaflex-cli.jar");
        if (!Files.exists(jar)) {
            throw new CommandFailure(ExitCode.UNAVAILABLE,
                    "%s is missing (expected: built by ./lambdaflex or mvn package)".formatted(jar));
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC",
                // Several processes share this machine for minutes: the second compiler would take more than it gives.
                "-XX:TieredStopAtLevel=1", "-Xmx%dm".formatted(heapMegabytes), "-Xshare:auto",
                "-XX:SharedArchiveFile=" + archive, "-XX:+AutoCreateSharedArchive", "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "--sun-misc-unsafe-memory-access=allow", "-D%s=%s".formatted(HOME, home), "-jar", jar.toString()));
        command.addAll(arguments);
        return List.copyOf(command);
    }
}
