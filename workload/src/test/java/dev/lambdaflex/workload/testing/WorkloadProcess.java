package dev.lambdaflex.workload.testing;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A real process of the packaged workload. Closing kills it. */
public final class WorkloadProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final List<String> errorLines = new ArrayList<>();
    private final Thread errorReader;

    private WorkloadProcess(Process process) {
        this.process = process;
        this.errorReader = Thread.ofVirtual().start(this::readErrors);
    }

    /** The pet store, from its jar, as the image starts it. */
    public static WorkloadProcess petStore(Map<String, String> environment) throws IOException {
        return start(environment, "-jar", "target/lambdaflex-workload.jar");
    }

    /** {@link OddWorkload} in the packaged host. */
    public static WorkloadProcess odd(Map<String, String> environment) throws IOException {
        String path = String.join(File.pathSeparator, "target/lambdaflex-workload.jar", "target/lib/*",
                "target/test-classes");
        return start(environment, "-cp", path, OddWorkload.class.getName());
    }

    private static WorkloadProcess start(Map<String, String> environment, String... what) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
        command.addAll(List.of(what));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LAMBDAFLEX_UNREADY_SECONDS", "0");
        builder.environment().putAll(environment);
        return new WorkloadProcess(builder.start());
    }

    /** The port of the ready line. */
    public int port() throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null) {
            throw new IOException("no ready line; standard error: " + errors());
        }
        JsonObject ready = new JsonObject(line);
        if (!"ready".equals(ready.getString("event")) || ready.size() != 2) {
            throw new IOException("ready line: " + line);
        }
        return ready.getInteger("port");
    }

    /** What standard output still holds once the process has ended. */
    public String restOfOutput() throws IOException {
        return process.inputReader(StandardCharsets.UTF_8).readAllAsString();
    }

    public OutputStream stdin() {
        return process.getOutputStream();
    }

    public void sigterm() {
        // Through the handle: Process.destroy() would close the streams that tests still read.
        process.toHandle().destroy();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " s; standard error: " + errors());
        }
        errorReader.join();
        return process.exitValue();
    }

    public CompletableFuture<Process> exit() {
        return process.onExit();
    }

    /** Returns when this line has come on standard error. */
    public void awaitErrorLine(String line) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (errorLines) {
            while (!errorLines.contains(line)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("no line '" + line + "' on standard error: " + errorLines);
                }
                errorLines.wait(left);
            }
        }
    }

    public String errors() {
        synchronized (errorLines) {
            return String.join("\n", errorLines);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void readErrors() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> {
                synchronized (errorLines) {
                    errorLines.add(line);
                    errorLines.notifyAll();
                }
            });
        } catch (IOException | UncheckedIOException killed) {
            synchronized (errorLines) {
                errorLines.add("(standard error broke: " + killed.getMessage() + ")");
            }
        }
    }
}
