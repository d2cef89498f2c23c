package dev.lambdaflex.simulator.plane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.simulator.plane.process.ProcessSandboxes;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.lambda.Bounds;
import dev.lambdaflex.simulator.plane.lambda.Concurrency;
import dev.lambdaflex.simulator.plane.lambda.Function;
import dev.lambdaflex.simulator.plane.lambda.LambdaService;
import dev.lambdaflex.simulator.plane.process.Children;
import dev.lambdaflex.simulator.plane.testing.RecordingMeter;
import dev.lambdaflex.simulator.plane.testing.Results;
import dev.lambdaflex.simulator.plane.testing.Timings;
import dev.lambdaflex.simulator.plane.testing.Workload;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole tier: a real socket in front of real processes. */
class LambdaBehindGatewayIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final Loop loop = Results.of(Loop.create(vertx));
    private final Children children = new Children();
    private final RecordingMeter meter = new RecordingMeter();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Endpoint front = new Endpoint("127.0.0.1", 0);

    @BeforeEach
    void open() {
        Timings timings = new Timings();
        timings.environmentIdle = Duration.ofSeconds(2);
        Function function = new Function("app", Map.of(), 512);
        LambdaService service = new LambdaService(loop, function,
                new ProcessSandboxes(children, Workload.command("function")), Concurrency.UNLIMITED,
                new Bounds(3, 2, 1_000), timings.build(), meter);
        front = Results.of(ApiGateway.open(loop, front, new HttpApi("abc", "123456789012"), service, timings.build(),
                meter)).endpoint();
    }

    @AfterEach
    void end() {
        client.close();
        children.close();
        Results.of(vertx.close());
    }

    @Test
    void aRequestReachesTheProcessAndItsAnswerTheClient() throws Exception {
        HttpResponse<String> response = client.send(
                request("/echo?q=1").header("content-type", "text/plain").POST(BodyPublishers.ofString("höi")).build(),
                BodyHandlers.ofString());

        JsonObject event = new JsonObject(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(event.getString("body")).isEqualTo("höi");
        assertThat(event.getString("rawQueryString")).isEqualTo("q=1");
    }

    @Test
    void aFullAnswerIsMappedBack() throws Exception {
        HttpResponse<String> response = get("/cookies");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("hi");
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1; Path=/", "b=2");
    }

    @Test
    void crashesAndErrorsAreInternalServerErrorsAndTheTierGoesOn() throws Exception {
        assertThat(get("/crash").statusCode()).isEqualTo(500);
        assertThat(get("/error").statusCode()).isEqualTo(500);
        assertThat(get("/malformed").statusCode()).isEqualTo(500);
        assertThat(get("/big").statusCode()).isEqualTo(500);
        assertThat(get("/pid").statusCode()).isEqualTo(200);
        // The last one is reported after its answer was written, which the client may see first.
        await().atMost(SOON).until(() -> meter.served.size() == 5);
        assertThat(meter.statuses()).containsExactly(500, 500, 500, 500, 200);
    }

    @Test
    void aBurstIsServedWithoutLossAndThenNothingIsLeft() {
        List<CompletableFuture<Integer>> burst = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            burst.add(client.sendAsync(request("/pid").build(), BodyHandlers.ofString())
                    .thenApply(HttpResponse::statusCode));
        }
        assertThat(burst.stream().map(CompletableFuture::join)).containsOnly(200).hasSize(300);
        await().atMost(SOON).until(() -> meter.served.size() == 300);
        assertThat(meter.mostEnvironments.get()).isLessThanOrEqualTo(3);

        await().atMost(SOON).until(() -> children.pids().isEmpty() && meter.environments.get() == 0);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + front + path)).timeout(SOON);
    }
}
