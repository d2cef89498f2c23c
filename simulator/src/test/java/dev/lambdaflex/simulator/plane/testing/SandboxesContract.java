package dev.lambdaflex.simulator.plane.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.sandbox.Sandbox;
import dev.lambdaflex.simulator.plane.sandbox.SandboxOrder;
import dev.lambdaflex.simulator.plane.sandbox.Sandboxes;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** What the function and the tasks may rely on, whatever their sandboxes are. */
public abstract class SandboxesContract {

    protected static final Duration SOON = Duration.ofSeconds(30);
    private static final int SIGTERM_EXIT = 143;
    private static final int SIGKILL_EXIT = 137;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private @Nullable Sandboxes opened;

    /** Those that run {@link Workload}, told by {@code MODE} what to do. */
    protected abstract Sandboxes open() throws IOException;

    /** Those that run a program that is not there. */
    protected abstract Sandboxes openWithoutProgram() throws IOException;

    @BeforeEach
    final void openAll() throws IOException {
        opened = open();
    }

    @AfterEach
    final void closeAll() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void aServerIsReachedWhereItsSandboxIs() throws Exception {
        Endpoint serving = sandboxes().serving();
        Sandbox sandbox = start("server",
                Map.of("HOST", serving.host(), "PORT", Integer.toString(serving.port())));
        assertThat(line()).isEqualTo("starting");
        int port = new JsonObject(line()).getInteger("port");

        assertThat(get("http://%s:%d/readyz".formatted(sandbox.host(), port))).isEqualTo(200);
    }

    @Test
    void whatRunsReachesThisProcessAtHome() throws Exception {
        CompletableFuture<String> asked = new CompletableFuture<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(sandboxes().home(), 0), 1);
        server.createContext("/", exchange -> asked.complete(exchange.getRequestURI().getPath()));
        server.start();
        try {
            start("function", Map.of("AWS_LAMBDA_RUNTIME_API",
                    sandboxes().home() + ":" + server.getAddress().getPort()));

            assertThat(asked.get(SOON.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo("/2018-06-01/runtime/invocation/next");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void sigtermEndsOneThatListens() throws Exception {
        Sandbox sandbox = start("sleeper", Map.of());
        assertThat(line()).isEqualTo("up");
        assertThat(sandbox.running()).isTrue();
        sandbox.stop(SOON);

        assertThat(sandbox.exit().get(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo(SIGTERM_EXIT);
        assertThat(sandbox.running()).isFalse();
        assertThat(sandbox.lastWords()).endsWith("about to say");
    }

    @Test
    void sigkillEndsOneThatDoesNot() throws Exception {
        Sandbox sandbox = start("sleeper", Map.of("TERM_MODE", "stubborn"));
        line();
        sandbox.stop(Duration.ofMillis(300));

        assertThat(sandbox.exit().get(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo(SIGKILL_EXIT);
    }

    @Test
    void oneThatIsKilledWhileItStartsDoesNotStay() throws Exception {
        Sandbox sandbox = start("sleeper", Map.of());
        sandbox.kill();

        assertThat(sandbox.exit().get(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo(SIGKILL_EXIT);
        await().atMost(SOON).until(() -> sandboxes().running().isEmpty());
    }

    @Test
    void allThatRunAreListedAndClosingEndsThem() throws Exception {
        Sandbox one = start("sleeper", Map.of("TERM_MODE", "stubborn"));
        Sandbox other = start("sleeper", Map.of());
        line();
        line();
        assertThat(sandboxes().running()).hasSize(2);
        sandboxes().close();

        assertThat(sandboxes().running()).isEmpty();
        assertThat(one.running()).isFalse();
        assertThat(other.running()).isFalse();
        assertThatThrownBy(() -> start("sleeper", Map.of()).exit().get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IOException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void oneWhoseProgramIsNotThereEndsAndSaysWhy() throws Exception {
        try (Sandboxes broken = openWithoutProgram()) {
            Sandbox sandbox = broken.start(order("sleeper", Map.of()), lines::add);

            assertThatThrownBy(() -> sandbox.exit().get(SOON.toSeconds(), TimeUnit.SECONDS))
                    .hasCauseInstanceOf(IOException.class)
                    .hasMessageContaining("nowhere");
            assertThat(sandbox.running()).isFalse();
            sandbox.stop(SOON);
            sandbox.kill();
            await().atMost(SOON).until(() -> broken.running().isEmpty());
        }
    }

    protected final Sandboxes sandboxes() {
        if (opened == null) {
            throw new IllegalStateException("sandboxes: none (expected: opened)");
        }
        return opened;
    }

    protected final Sandbox start(String mode, Map<String, String> environment) {
        return sandboxes().start(order(mode, environment), lines::add);
    }

    protected final String line() throws InterruptedException {
        return String.valueOf(lines.poll(SOON.toSeconds(), TimeUnit.SECONDS));
    }

    private static SandboxOrder order(String mode, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("MODE", mode);
        return new SandboxOrder(Tier.FARGATE, UUID.randomUUID().toString().substring(0, 8), all, 256);
    }

    private static int get(String uri) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(uri)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
