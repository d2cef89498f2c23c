package dev.lambdaflex.cli.cloud;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.lambdaflex.cli.console.CommandFailure;
import dev.lambdaflex.cli.console.ExitCode;

/** The command that is the workload: the sample app, by the JDK that runs this. */
final class WorkloadCommand {

    private WorkloadCommand() {}

    /** The command; {@code folder} keeps the classes that its first process has shared with the next. */
    static List<String> sample(Path folder) {
        Path jar = Path.of(System.getProperty("lambdaflex.home", "."))
                .resolve("workload/target/lambdaflex-workload.jar");
        if (!Files.exists(jar)) {
            throw new CommandFailure(ExitCode.UNAVAILABLE,
                    "%s is missing (expected: built by ./lambdaflex or mvn package)".formatted(jar));
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        // A process that lives for minutes starts fastest with the first compiler alone; the archive halves its start again.
        return List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-Xshare:auto",
                "-Xlog:disable",
                "-Xlog:all=error:stderr", "-XX:SharedArchiveFile=" + folder.resolve("workload.jsa"),
                "-XX:+AutoCreateSharedArchive",
                "--sun-misc-unsafe-memory-access=allow", "-jar", jar.toAbsolutePath().toString());
    }
}
