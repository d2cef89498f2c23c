package dev.lambdaflex.simulator.backstage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.lambdaflex.simulator.model.AppTruth;
import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.simulator.model.money.HourlyCost;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.weights.split.RecordSet;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackstageTest {

    private final Vertx vertx = Vertx.vertx();
    private final Played stage = new Played();
    private final Backstage backstage = Backstage.open(vertx, new Endpoint("127.0.0.1", 0), stage)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    private final BackstageClient client = new BackstageClient(
            () -> URI.create("http://127.0.0.1:" + backstage.port()));

    @AfterEach
    void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aSceneArrivesAsItWas() throws InterruptedException {
        for (Scene scene : List.of(busy(), quiet())) {
            stage.scene = scene;
            assertThat(client.look()).contains(scene);
        }
    }

    @Test
    void ordersArriveAndAreTakenBack() throws InterruptedException {
        assertThat(client.sick(Tier.FARGATE, true)).isTrue();
        assertThat(client.sick(Tier.FARGATE, false)).isTrue();
        assertThat(client.fault(Fault.CREATION_FAILS, true)).isTrue();
        assertThat(client.fault(Fault.METRICS_LATE, false)).isTrue();
        assertThat(stage.orders).containsExactly("sick fargate true", "sick fargate false", "provisioning true",
                "metrics-late false");
    }

    @Test
    void whatIsUnknownIsRefusedWithWhatThereIs() throws IOException, InterruptedException {
        assertThat(refusal("PUT", "/sick/mars")).isEqualTo("400 tier: 'mars' (expected: lambda or fargate)");
        assertThat(refusal("PUT", "/faults/rain")).startsWith("400 fault: 'rain' (expected: one of ");
        assertThat(refusal("POST", "/sick/lambda")).as("no method that a page may send unasked")
                .isEqualTo("404 POST /sick/lambda is unknown");
        assertThat(stage.orders).isEmpty();
    }

    @Test
    void nobodyAnswersForADeadCloud() throws InterruptedException {
        backstage.close().toCompletionStage().toCompletableFuture().join();
        assertThat(client.look()).isEmpty();
        assertThat(client.sick(Tier.LAMBDA, true)).isFalse();
    }

    @Test
    void aTakenPortIsNamed() {
        Endpoint taken = new Endpoint("127.0.0.1", backstage.port());
        assertThatThrownBy(() -> Backstage.open(vertx, taken, stage).toCompletionStage().toCompletableFuture().join())
                .hasMessageContaining("the cloud's back door")
                .hasMessageContaining(Integer.toString(taken.port()));
    }

    private String refusal(String method, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(backstage.port(), path)))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " "
                    + new JsonObject(answer.body()).getString("detail");
        }
    }

    private static Scene busy() {
        Instant at = Instant.parse("2026-11-24T12:00:00.123Z");
        AppTruth truth = new AppTruth(RecordSet.of(Split.ofPercent(25), "gateway", "balancer"), false, true, true,
                Optional.of(at), Optional.of(at.plusSeconds(1)), List.of("old"),
                new AppTruth.Resources(List.of("stack"), List.of("balancer"), List.of("t-1", "t-2"),
                        List.of("eni-1"), List.of("env")),
                new HourlyCost(0.0225, 0.02, 0.04937));
        return new Scene(truth, true, 7, List.of("4242", "4243"), Map.of("route53", 12L), Map.of("route53", 4));
    }

    private static Scene quiet() {
        AppTruth truth = new AppTruth(RecordSet.lambdaOnly("gateway"), true, true, false, Optional.empty(),
                Optional.empty(), List.of(),
                new AppTruth.Resources(List.of(), List.of(), List.of(), List.of(), List.of()),
                new HourlyCost(0, 0, 0));
        return new Scene(truth, false, 0, List.of(), Map.of(), Map.of());
    }

    private static final class Played implements Stage {

        private final List<String> orders = new ArrayList<>();
        private Scene scene = quiet();

        @Override
        public Scene look() {
            return scene;
        }

        @Override
        public void sick(Tier tier, boolean whether) {
            orders.add("sick %s %s".formatted(tier.label(), whether));
        }

        @Override
        public void fault(Fault fault, boolean whether) {
            orders.add("%s %s".formatted(fault.label(), whether));
        }
    }
}
