package dev.lambdaflex.simulator.plane.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.lambdaflex.simulator.plane.testing.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The engine of this machine, and an image with the tests' workload in it. Without an engine a test is skipped and says so. */
final class TestEngine {

    static final Path SOCKET = Path.of("/var/run/docker.sock");
    static final String NETWORK = "bridge";
    private static final String BASE = "eclipse-temurin:25-jre";
    private static final int MINUTES = 3;

    private TestEngine() {}

    /** Its name; the caller removes it in the end. */
    static String image(String name) throws IOException {
        if (!Files.exists(SOCKET)) {
            abort("no Docker engine at " + SOCKET);
        }
        String classes = Workload.class.getPackageName().replace('.', '/');
        String description = """
                FROM %s
                COPY . /app/%s
                USER 10001
                ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-cp", "/app", "%s"]
                """.formatted(BASE, classes, Workload.class.getName());
        Path folder = Path.of(Workload.class.getProtectionDomain().getCodeSource().getLocation().getPath(), classes);
        Ran built = docker(description, "build", "--quiet", "--tag", name, "--file", "-", folder.toString());
        if (built.code() != 0) {
            abort("no image for the tests could be built: " + built.output());
        }
        return name;
    }

    static void removeImage(String name) throws IOException {
        docker("", "image", "rm", "--force", name);
    }

    /** The address of this machine in the engine's usual network. */
    static String home() throws IOException {
        return docker("", "network", "inspect", "--format", "{{(index .IPAM.Config 0).Gateway}}", NETWORK).output();
    }

    private record Ran(int code, String output) {}

    private static Ran docker(String input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().write(input.getBytes(UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            process.waitFor(MINUTES, TimeUnit.MINUTES);
            return new Ran(process.exitValue(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
