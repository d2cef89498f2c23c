package dev.lambdaflex.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.workload.testing.OddWorkload;
import dev.lambdaflex.workload.testing.WorkloadProcess;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged workload as a server, a real process. */
class ServerProcessIT {

    private static final Map<String, String> ANY_PORT = Map.of("PORT", "0");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void closeClient() {
        client.shutdownNow();
    }

    @Test
    void itPrintsItsPortOnceAndServes() throws Exception {
        try (WorkloadProcess process = WorkloadProcess.petStore(ANY_PORT)) {
            HttpResponse<String> answer = get(process.port(), "/tier");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("x-lambdaflex-tier")).hasValue("local");
            process.sigterm();
            assertThat(process.exitCode()).isEqualTo(143);
            assertThat(process.restOfOutput()).isEmpty();
            assertThat(process.errors()).isEmpty();
        }
    }

    @Test
    void sigtermLosesNoRequestInFlight() throws Exception {
        try (WorkloadProcess process = WorkloadProcess.odd(ANY_PORT)) {
            int port = process.port();
            CompletableFuture<HttpResponse<String>> slow = send(port, "/slow");
            process.awaitErrorLine(OddWorkload.SLOW_BEGINS);
            process.sigterm();
            assertThat(slow.get(60, TimeUnit.SECONDS).body()).isEqualTo("slow but there");
            assertThat(process.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void sigtermTurnsReadinessOffBeforeItStopsServing() throws Exception {
        Map<String, String> patient = Map.of("PORT", "0", "LAMBDAFLEX_UNREADY_SECONDS", "20",
                "LAMBDAFLEX_DRAIN_SECONDS", "1");
        try (WorkloadProcess process = WorkloadProcess.petStore(patient)) {
            int port = process.port();
            assertThat(get(port, "/readyz").statusCode()).isEqualTo(200);
            process.sigterm();
            awaitStatus(port, "/readyz", 503);
            assertThat(get(port, "/healthz").statusCode()).isEqualTo(200);
            HttpResponse<String> stillServed = get(port, "/pets/1");
            assertThat(stillServed.statusCode()).isEqualTo(200);
            assertThat(stillServed.headers().firstValue("connection")).hasValue("close");
        }
    }

    @Test
    void aRequestThatNeverEndsDelaysTheExitOnlyForTheDrainLimit() throws Exception {
        Map<String, String> hasty = Map.of("PORT", "0", "LAMBDAFLEX_DRAIN_SECONDS", "0.3");
        try (WorkloadProcess process = WorkloadProcess.odd(hasty)) {
            int port = process.port();
            CompletableFuture<HttpResponse<String>> never = send(port, "/never");
            get(port, "/fine");
            process.sigterm();
            assertThat(process.exitCode()).isEqualTo(143);
            assertThat(never).failsWithin(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void theEndOfStandardInputEndsTheProcessWhenAskedFor() throws Exception {
        Map<String, String> guarded = Map.of("PORT", "0", "LAMBDAFLEX_STOP_WITH_STDIN", "true");
        try (WorkloadProcess process = WorkloadProcess.petStore(guarded)) {
            int port = process.port();
            assertThat(get(port, "/").statusCode()).isEqualTo(200);
            process.stdin().close();
            assertThat(process.exitCode()).isZero();
        }
    }

    @Test
    void theEndOfStandardInputMeansNothingOtherwise() throws Exception {
        try (WorkloadProcess process = WorkloadProcess.petStore(ANY_PORT)) {
            int port = process.port();
            process.stdin().close();
            assertThat(get(port, "/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theDrillFileMakesItFailUntilItIsGone(@TempDir Path folder) throws Exception {
        Path drill = folder.resolve("drill");
        try (WorkloadProcess process = WorkloadProcess
                .petStore(Map.of("PORT", "0", "LAMBDAFLEX_DRILL_FILE", drill.toString()))) {
            int port = process.port();
            assertThat(get(port, "/readyz").statusCode()).isEqualTo(200);
            Files.createFile(drill);
            awaitStatus(port, "/readyz", 503);
            assertThat(get(port, "/pets").statusCode()).isEqualTo(503);
            assertThat(get(port, "/healthz").statusCode()).isEqualTo(200);
            Files.delete(drill);
            awaitStatus(port, "/pets", 200);
        }
    }

    @Test
    void aPortInUseIsOneClearSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                WorkloadProcess process = WorkloadProcess.petStore(Map.of("PORT", "" + taken.getLocalPort()))) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.errors()).contains("cannot start: HOST and PORT: 127.0.0.1:" + taken.getLocalPort())
                    .doesNotContain("\n");
        }
    }

    @Test
    void aWrongEnvironmentIsOneClearSentence() throws Exception {
        try (WorkloadProcess process = WorkloadProcess.petStore(Map.of("LAMBDAFLEX_TIER", "moon"))) {
            assertThat(process.exitCode()).isEqualTo(2);
            assertThat(process.errors()).endsWith("LAMBDAFLEX_TIER: moon (expected: one of lambda, fargate, local)")
                    .doesNotContain("\n");
        }
    }

    private void awaitStatus(int port, String path, int status) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        int last = 0;
        while (last != status && System.nanoTime() < end) {
            last = get(port, path).statusCode();
        }
        assertThat(last).isEqualTo(status);
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        try {
            return client.send(request(port, path), BodyHandlers.ofString());
        } catch (ConnectException refused) {
            throw new AssertionError("nobody listens on " + port, refused);
        }
    }

    private CompletableFuture<HttpResponse<String>> send(int port, String path) {
        return client.sendAsync(request(port, path), BodyHandlers.ofString());
    }

    private static HttpRequest request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    }
}
