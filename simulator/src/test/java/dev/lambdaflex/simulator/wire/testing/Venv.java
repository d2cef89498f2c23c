package dev.lambdaflex.simulator.wire.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.opentest4j.TestAbortedException;

/**
 * A Python environment in {@code target/} with the packages of a requirements file. Where there is no Python or no package index,
 * tests are skipped and say why; with {@code LAMBDAFLEX_PYTHON=required} they fail instead.
 */
public final class Venv {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern UNREACHABLE = Pattern.compile(
            "Failed to establish a new connection|Temporary failure in name resolution|Network is unreachable|Connection refused"
                    + "|Cannot connect to proxy|Read timed out|No matching distribution found for pip");

    private final Path home;

    private Venv(Path home) {
        this.home = home;
    }

    /** The result of a run. */
    public record Run(int code, String output) {}

    /** The environment at {@code home}, made when it is not there or has other packages. */
    public static Venv with(Path home, Path requirements) throws IOException, InterruptedException {
        Venv venv = new Venv(home.toAbsolutePath());
        Path installed = home.resolve("installed.txt");
        if (Files.exists(installed) && Files.readString(installed).equals(Files.readString(requirements))) {
            return venv;
        }
        Run made = run(Path.of("."), Map.of(), List.of("python3", "-m", "venv", "--clear", home.toString()));
        if (made.code != 0) {
            throw absent("python3 -m venv", made.output);
        }
        Run pip = venv.run(Path.of("."), Map.of(), "-m", "pip", "--disable-pip-version-check", "--quiet", "install",
                "--no-compile",
                "--retries", "2",
                "-r", requirements.toString());
        if (pip.code != 0) {
            if (UNREACHABLE.matcher(pip.output).find()) {
                throw absent("the package index", pip.output);
            }
            throw new AssertionError("pip install failed: " + pip.output);
        }
        Files.copy(requirements, installed);
        return venv;
    }

    /** Runs Python in {@code directory} and waits for its end. */
    public Run run(Path directory, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/python").toString()));
        command.addAll(List.of(arguments));
        return run(directory, environment, command);
    }

    private static Run run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        // Whatever the developer is signed in to must neither help nor harm.
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            throw absent(command.getFirst(), String.valueOf(missing.getMessage()));
        }
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("not ended within " + PATIENCE + ": " + command);
            }
            return new Run(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    private static RuntimeException absent(String what, String output) {
        String message = "%s is not there (expected: Python 3 with venv, and a package index): %s".formatted(what,
                output.strip());
        if ("required".equals(System.getenv("LAMBDAFLEX_PYTHON"))) {
            throw new AssertionError(message);
        }
        return new TestAbortedException(message);
    }
}
