package dev.lambdaflex.provisioner.aws.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/**
 * An emulator of AWS that others wrote, from PyPI with a pinned version, in a virtual environment below {@code target}. Closing it
 * ends its process.
 */
public final class Emulator implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final long INSTALL_MINUTES = 10;

    private final Process process;
    private final URI uri;

    private Emulator(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Which one. */
    public enum Kind {
        MOTO("moto[server]==5.2.5"), MINISTACK("ministack==1.5.33");

        private final String requirement;

        Kind(String requirement) {
            this.requirement = requirement;
        }

        /** As the file of exceptions names it. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        private List<String> command(Path bin, int port) {
            return switch (this) {
                case MOTO -> List.of(bin.resolve("moto_server").toString(), "-H", "127.0.0.1", "-p",
                        Integer.toString(port));
                case MINISTACK -> List.of(bin.resolve("ministack").toString());
            };
        }

        /** MiniStack binds every interface unless it is told. */
        private Map<String, String> environment(int port) {
            return this == MOTO ? Map.of() : Map.of("BIND_HOST", "127.0.0.1", "GATEWAY_PORT", Integer.toString(port));
        }
    }

    /** Installs it if it is not there yet, starts it on a free port, and waits until it listens. */
    public static Emulator start(Kind kind) {
        try {
            Path bin = installed(kind);
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(kind.command(bin, port)).redirectErrorStream(true)
                    .redirectOutput(bin.resolveSibling(kind.label() + ".log").toFile());
            builder.environment().putAll(kind.environment(port));
            Process process = builder.start();
            Emulator emulator = new Emulator(process, URI.create("http://127.0.0.1:" + port));
            emulator.awaitListening(port);
            return emulator;
        } catch (IOException e) {
            throw new UncheckedIOException(kind.label() + " could not be started", e);
        }
    }

    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Path installed(Kind kind) throws IOException {
        Path folder = Path.of("target", "emulators", kind.requirement.replaceAll("[^a-z0-9.]+", "-")).toAbsolutePath();
        Path complete = folder.resolve("complete");
        if (!Files.exists(complete)) {
            run(List.of("python3", "-m", "venv", folder.toString()));
            run(List.of(folder.resolve("bin").resolve("pip").toString(), "install", "--quiet", "--no-compile",
                    "--disable-pip-version-check",
                    kind.requirement));
            Files.createFile(complete);
        }
        return folder.resolve("bin");
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("%s did not end well in %d minutes".formatted(command, INSTALL_MINUTES));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void awaitListening(int port) {
        try {
            Awaitility.await().atMost(TO_START).until(() -> !process.isAlive() || listens(port));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended at once with exit code " + process.exitValue());
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
