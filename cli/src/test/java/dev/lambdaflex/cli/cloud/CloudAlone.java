package dev.lambdaflex.cli.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

/** {@code lambdaflex cloud} as a process, which can be killed and started again as it was. */
final class CloudAlone implements AutoCloseable {

    private static final Pattern BALANCER = Pattern.compile("(127\\.0\\.0\\.11:\\d+) is fargate");
    private static final String READY = "Waiting times are divided";

    private final Path folder;
    private final int port = freePort();
    private final int dnsPort = freePort();
    private final Path out;
    private final Path err;
    private Process process;

    CloudAlone(Path folder) {
        this.folder = folder;
        this.out = folder.resolve("out");
        this.err = folder.resolve("err");
        this.process = started(11);
        awaitReady();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI balancer() {
        Matcher matcher = BALANCER.matcher(text(out));
        if (!matcher.find()) {
            throw new AssertionError("no balancer in " + text(out));
        }
        return URI.create("http://%s/".formatted(matcher.group(1)));
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void startAgain() {
        process = started(11);
        awaitReady();
    }

    /** How a start with another seed ends. */
    String startWithAnotherSeed() throws InterruptedException {
        process = started(12);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("it runs");
        }
        return "%d: %s".formatted(process.exitValue(), text(err));
    }

    @Override
    public void close() {
        kill();
    }

    private Process started(long seed) {
        Path home = Path.of(System.getProperty("lambdaflex.home", ".."));
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlambdaflex.home=" + home, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow", "-jar",
                home.resolve("cli/target/lambdaflex-cli.jar").toString(),
                "cloud", "--port", String.valueOf(port), "--dns-port", String.valueOf(dnsPort), "--speed", "300",
                "--seed", String.valueOf(seed), "--state-dir", folder.resolve("state").toString());
        try {
            Files.writeString(out, "");
            return new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("ended with %d: %s".formatted(process.exitValue(), text(err)));
            }
            return text(out).contains(READY);
        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
