package dev.lambdaflex.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.proxy.EdgeConfig.Listen;
import dev.lambdaflex.proxy.EdgeConfig.Timeouts;
import dev.lambdaflex.proxy.testing.EdgeRig;
import dev.lambdaflex.proxy.testing.SettableWeights;
import dev.lambdaflex.proxy.testing.Wire;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class LifecycleIT {

    @Test
    void closingLetsARequestInFlightEndAndAcceptsNoNewOne() throws Exception {
        try (EdgeRig rig = EdgeRig.withDefaults()) {
            CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
            rig.lambda.answerWith(held::complete);
            int port = rig.edge.port();
            try (Wire idle = Wire.to(port)) {
                CompletableFuture<HttpResponse<String>> inFlight = rig.client.sendAsync(rig.request("/").build(),
                        BodyHandlers.ofString());
                held.get(5, TimeUnit.SECONDS);

                Future<Void> closed = rig.edge.close();
                assertThat(idle.closed()).isTrue();
                await().untilAsserted(() -> assertThatThrownBy(() -> Wire.to(port).close())
                        .hasMessageContaining("refused"));
                assertThat(closed.isComplete()).isFalse();
                assertThat(rig.admin("/readyz").statusCode()).isEqualTo(503);
                rig.lambda.answerWithName(held.get());

                assertThat(inFlight.get(5, TimeUnit.SECONDS).body()).isEqualTo("lambda");
                closed.await(5, TimeUnit.SECONDS);
                assertThat(rig.weights.listeners()).isZero();
                assertThat(rig.edge.close().isComplete()).isTrue();
            }
        }
    }

    @Test
    void closingWaitsNoLongerThanItsBound() throws Exception {
        Timeouts hurried = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(29), Duration.ofSeconds(60),
                Duration.ofMillis(200));
        try (EdgeRig rig = new EdgeRig(config -> config.withTimeouts(hurried))) {
            CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
            rig.lambda.answerWith(held::complete);
            try (Wire wire = Wire.to(rig.edge.port())) {
                wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                held.get(5, TimeUnit.SECONDS);

                rig.edge.close().await(10, TimeUnit.SECONDS);

                assertThat(wire.closed()).isTrue();
            }
        }
    }

    @Test
    void aPortInUseIsSaidInOneSentenceAndLeavesNothingRunning(Vertx vertx) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            SettableWeights weights = new SettableWeights();

            assertThatThrownBy(() -> Edge.start(vertx, EdgeConfig.defaults(port, 0), weights).await())
                    .isInstanceOf(CannotListenException.class)
                    .hasMessage(
                            "data port: cannot listen on 127.0.0.1:%d: Address already in use (expected: a free port)",
                            port);
            EdgeConfig adminTaken = EdgeConfig.defaults(0, 0).withAdmin(new Listen("127.0.0.1", port));
            assertThatThrownBy(() -> Edge.start(vertx, adminTaken, weights).await())
                    .isInstanceOf(CannotListenException.class)
                    .hasMessage(
                            "admin port: cannot listen on 127.0.0.1:%d: Address already in use (expected: a free port)",
                            port);

            assertThat(vertx.deploymentIDs()).isEmpty();
            assertThat(weights.listeners()).isZero();
        }
    }

    @Test
    void twoEdgesInOneVertxHavePortsOfTheirOwn() throws Exception {
        try (EdgeRig rig = EdgeRig.withDefaults()) {
            Edge other = Edge.start(rig.vertx, EdgeConfig.defaults(0, 0).withEventLoops(2), new SettableWeights())
                    .await();

            assertThat(other.port()).isNotEqualTo(rig.edge.port()).isPositive();
            assertThat(Wire.ask(other.port(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status()).isEqualTo(503);
        }
    }

    @Test
    void theAdminPortTellsWeightsHealthAndMetrics() throws Exception {
        try (EdgeRig rig = EdgeRig.withDefaults()) {
            rig.split(Split.ofPercent(25));
            for (int i = 0; i < 8; i++) {
                rig.get("/");
            }
            Wire.ask(rig.edge.port(), "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n");

            JsonObject weights = new JsonObject(rig.admin("/weights").body());
            assertThat(weights.getLong("version")).isEqualTo(2);
            assertThat(weights.getInteger("fargateBasisPoints")).isEqualTo(2_500);
            assertThat(weights.getLong("ageMillis")).isNotNegative();
            JsonObject fargate = weights.getJsonObject("tiers").getJsonObject("fargate");
            assertThat(fargate.getString("share")).isEqualTo("25 %");
            assertThat(fargate.getString("availability")).isEqualTo("available");
            assertThat(fargate.getLong("answers")).isEqualTo(2);

            assertThat(rig.admin("/metrics").body()).contains(
                    "lambdaflex_edge_requests_total{status=\"2xx\",tier=\"fargate\"} 2.0",
                    "lambdaflex_edge_requests_total{status=\"2xx\",tier=\"lambda\"} 6.0",
                    "lambdaflex_edge_rejected_total{reason=\"method\"} 1.0", "lambdaflex_edge_retries_total 0.0",
                    "lambdaflex_edge_in_flight{tier=\"lambda\"} 0.0",
                    "lambdaflex_edge_ejections_total{tier=\"lambda\"} 0.0",
                    "lambdaflex_edge_weights_version 2.0", "lambdaflex_edge_weights_age_seconds ",
                    "lambdaflex_edge_latency_seconds_bucket{tier=\"lambda\",le=\"0.001\"}",
                    "lambdaflex_edge_latency_seconds_count{tier=\"lambda\"} 6");
            assertThat(rig.admin("/healthz").statusCode()).isEqualTo(200);
            assertThat(rig.admin("/readyz").body()).contains("ready");
        }
    }

    @Test
    void adminPathsOnTheDataPortBelongToTheApplication() throws Exception {
        try (EdgeRig rig = EdgeRig.withDefaults()) {
            for (String path : new String[]{"/weights", "/metrics", "/healthz", "/readyz"}) {
                assertThat(rig.get(path).body()).isEqualTo("lambda");
            }
        }
    }

    @Test
    void anEdgeWithoutWeightsIsNotReadyAndSaysSo(Vertx vertx) throws Exception {
        Edge edge = Edge.start(vertx, EdgeConfig.defaults(0, 0).withEventLoops(1), new SettableWeights()).await();

        assertThat(Wire.ask(edge.adminPort(), "GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n").body())
                .contains("no weights yet");
        assertThat(Wire.ask(edge.port(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status()).isEqualTo(503);
        assertThat(edge.weights()).isEmpty();
        assertThat(edge.counters().answers(Tier.LAMBDA)).isZero();
    }

    @Test
    void anEdgeCanBeStartedAndClosedAgainOnTheSamePort(Vertx vertx, VertxTestContext context) {
        SettableWeights weights = new SettableWeights();
        EdgeConfig anyPort = EdgeConfig.defaults(0, 0).withEventLoops(2);
        Edge.start(vertx, anyPort, weights)
                .compose(first -> first.close()
                        .compose(
                                closed -> Edge.start(vertx, anyPort.withData(new Listen("127.0.0.1", first.port())),
                                        weights)))
                .compose(Edge::close)
                .onComplete(context.succeeding(closed -> context.verify(() -> {
                    assertThat(vertx.deploymentIDs()).isEmpty();
                    context.completeNow();
                })));
    }
}
