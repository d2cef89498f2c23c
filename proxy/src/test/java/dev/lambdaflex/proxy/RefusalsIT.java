package dev.lambdaflex.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.proxy.EdgeConfig.Limits;
import dev.lambdaflex.proxy.EdgeConfig.Pool;
import dev.lambdaflex.proxy.EdgeConfig.Timeouts;
import dev.lambdaflex.proxy.testing.EdgeRig;
import dev.lambdaflex.proxy.testing.Wire;
import dev.lambdaflex.proxy.testing.Wire.Answer;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {

    private final EdgeRig rig = new EdgeRig(config -> config.withLimits(new Limits(50_000, 10_240, 16_384, 1_000))
            .withAllowedHosts(Set.of("a", "127.0.0.1"))
            .withTimeouts(new Timeouts(Duration.ofMillis(500),
                    Duration.ofMillis(1_500), Duration.ofSeconds(5), Duration.ofSeconds(2)))
            .withPool(new Pool(2, 0, Duration.ofSeconds(5), Duration.ofSeconds(60)))
            .withEventLoops(1));

    @AfterAll
    void close() {
        rig.close();
    }

    static Stream<Arguments> refused() {
        String get = "GET / HTTP/1.1\r\nHost: a\r\n";
        String post = "POST / HTTP/1.1\r\nHost: a\r\n";
        return Stream.of(
                Arguments.of(400, "GET / HTTP/1.1\r\n\r\n"),
                Arguments.of(400, get + "Host: a\r\n\r\n"),
                Arguments.of(400, get + "host: b\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost:\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n"),
                Arguments.of(400, "GET / HTTP/1.0\r\n\r\n"),
                Arguments.of(421, "GET / HTTP/1.1\r\nHost: b\r\n\r\n"),
                Arguments.of(421, "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(400, "GET http://u:p@a/ HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(400, "GET https://a/ HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(400, "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(400, "GET a:80 HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(400, "GET /\u00e4 HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(405, "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(405, "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(400, post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of(400, post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"),
                Arguments.of(400, post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
                Arguments.of(400, post + "Content-Length: 5, 6\r\n\r\nhello"),
                Arguments.of(400, post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"),
                Arguments.of(400, post + "Content-Length: +5\r\n\r\nhello"),
                Arguments.of(400, post + "Content-Length: -5\r\n\r\nhello"),
                Arguments.of(400, post + "Content-Length: 0x5\r\n\r\nhello"),
                Arguments.of(400, post + "Content-Length: 99999999999999999999\r\n\r\nhello"),
                Arguments.of(400, post + "Content-Length : 5\r\n\r\nhello"),
                Arguments.of(400, post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
                Arguments.of(400, post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
                Arguments.of(501, post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of(400, "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of(413, post + "Content-Length: 50001\r\n\r\n"),
                Arguments.of(413, post + "Content-Length: 4294967301\r\n\r\nhello"),
                Arguments.of(417, post + "Expect: x\r\nContent-Length: 5\r\n\r\nhello"),
                Arguments.of(431, get + "X: " + "x".repeat(11_000) + "\r\n\r\n"),
                Arguments.of(431, get + "X: 12345678\r\n".repeat(2_000) + "\r\n"),
                Arguments.of(414, "GET /" + "x".repeat(17_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(400, get + "no colon\r\n\r\n"),
                Arguments.of(400, get + "X: a\0b\r\n\r\n"),
                Arguments.of(501, get + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aBadRequestGetsOneProblemAndReachesNoTier(int status, String request) throws Exception {
        int before = rig.lambda.requests();
        rig.lambda.answerWith(rig.lambda::answerWithName);
        try (Wire wire = Wire.to(rig.edge.port())) {
            wire.send(request + "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");

            Answer answer = wire.read();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("content-type")).contains("application/problem+json");
            assertThat(answer.header("connection")).contains("close");
            assertThat(answer.header("x-lambdaflex-tier")).contains("edge");
            JsonObject problem = new JsonObject(answer.body());
            assertThat(problem.getInteger("status")).isEqualTo(status);
            assertThat(problem.getString("detail")).contains("expected");
            assertThat(wire.closed()).isTrue();
        }
        assertThat(rig.lambda.requests()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: A\r\n\r\n", "GET / HTTP/1.1\r\nHost: a:80\r\n\r\n",
            "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.0\r\nHost: a\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0005\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: ,chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: TE\r\nTE: chunked\r\n\r\n"})
    void anUnusualButCorrectRequestIsServed(String request) throws Exception {
        rig.lambda.answerWith(rig.lambda::answerWithName);
        assertThat(Wire.ask(rig.edge.port(), request).status()).isEqualTo(200);
    }

    @Test
    void aRequestLineOfEightThousandBytesIsServed() throws Exception {
        rig.lambda.answerWith(rig.lambda::answerWithName);
        String path = "/" + "x".repeat(8_000);
        assertThat(Wire.ask(rig.edge.port(), "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").status()).isEqualTo(200);
    }

    @Test
    void aChunkedBodyThatGrowsOverTheLimitIsRefusedAndTheUpstreamAborted() throws Exception {
        CompletableFuture<Throwable> aborted = new CompletableFuture<>();
        rig.lambda.answerWith(request -> {
            request.exceptionHandler(aborted::complete);
            request.endHandler(end -> aborted.completeExceptionally(new AssertionError("ended cleanly")));
            request.handler(chunk -> {});
        });
        try (Wire wire = Wire.to(rig.edge.port())) {
            wire.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 6; i++) {
                wire.send("2710\r\n" + "x".repeat(10_000) + "\r\n");
            }
            assertThat(wire.read().status()).isEqualTo(413);
        }
        assertThat(aborted.get(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aClientThatWaitsForTheGoAheadGetsIt() throws Exception {
        rig.lambda.answerWith(request -> request.body()
                .onSuccess(body -> request.response().end(request.getHeader("expect") + " " + body.length())));
        for (int length : new int[]{500, 5_000}) {
            try (Wire wire = Wire.to(rig.edge.port())) {
                wire.send(
                        "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: " + length + "\r\n\r\n");
                assertThat(wire.line()).isEqualTo("HTTP/1.1 100 Continue");
                assertThat(wire.line()).isEmpty();
                wire.send("x".repeat(length));
                assertThat(wire.read().body()).isEqualTo("null " + length);
            }
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        rig.lambda.answerWith(request -> request.response().end(request.path()));
        try (Wire wire = Wire.to(rig.edge.port())) {
            wire.send(
                    "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\nGET /3 HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThat(wire.read().body()).isEqualTo("/1");
            assertThat(wire.read().body()).isEqualTo("/2");
            assertThat(wire.read().body()).isEqualTo("/3");
        }
    }

    @Test
    void anOldClientGetsOneAnswerAndTheEndOfTheConnection() throws Exception {
        rig.lambda.answerWith(request -> {
            request.response().setChunked(true).write("streamed");
            request.response().end();
        });
        try (Wire wire = Wire.to(rig.edge.port())) {
            wire.send("GET /1 HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\nGET /2 HTTP/1.0\r\nHost: a\r\n\r\n");

            assertThat(wire.line()).endsWith("200 OK");
            StringBuilder rest = new StringBuilder();
            for (byte[] one = wire.bytes(1); one.length == 1; one = wire.bytes(1)) {
                rest.append((char) one[0]);
            }
            assertThat(rest).endsWith("streamed").doesNotContain("transfer-encoding", "keep-alive");
        }
    }

    @Test
    void aTierThatDoesNotAnswerInTimeIsA504AndIsNotAskedAgain() throws Exception {
        int before = rig.lambda.requests();
        rig.lambda.answerWith(request -> {});

        HttpResponse<String> answer = rig.get("/");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("no answer of lambda after PT1.5S");
        assertThat(rig.lambda.requests()).isEqualTo(before + 1);
    }

    @Test
    void aClientThatDoesNotSendItsBodyIsA408() throws Exception {
        rig.lambda.answerWith(request -> request.body().onSuccess(body -> request.response().end()));
        for (int length : new int[]{500, 5_000}) {
            try (Wire wire = Wire.to(rig.edge.port())) {
                wire.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\nbegin");
                assertThat(wire.read().status()).isEqualTo(408);
            }
        }
    }

    @Test
    void whenAllConnectionsAreBusyTheAnswerIsA503WithRetryAfter() throws Exception {
        rig.weights.set(Split.ALL_LAMBDA, Optional.of(rig.lambda.upstream()), Optional.empty());
        CopyOnWriteArrayList<HttpServerRequest> held = new CopyOnWriteArrayList<>();
        rig.lambda.answerWith(held::add);
        CompletableFuture<HttpResponse<String>> first = rig.client.sendAsync(rig.request("/").build(),
                BodyHandlers.ofString());
        CompletableFuture<HttpResponse<String>> second = rig.client.sendAsync(rig.request("/").build(),
                BodyHandlers.ofString());
        await().until(() -> held.size() == 2);

        HttpResponse<String> answer = rig.get("/");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"reason\":\"busy\"");
        assertThat(answer.headers().firstValue("retry-after")).contains("1");
        held.forEach(rig.lambda::answerWithName);
        assertThat(second.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(first.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestThatComesBackToItsEdgeIsALoop() throws Exception {
        Upstream itself = new Upstream(Tier.LAMBDA, "127.0.0.1", rig.edge.port());
        rig.weights.set(Split.ALL_LAMBDA, Optional.of(itself), Optional.empty());
        try {
            assertThat(rig.get("/").statusCode()).isEqualTo(508);
        } finally {
            rig.split(Split.ALL_LAMBDA);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            "HTTP/9.9 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n", "nonsense\r\n\r\n"})
    void anUpstreamThatAnswersNonsenseIsABadGateway(String nonsense) throws Exception {
        var server = rig.vertx.createNetServer()
                .connectHandler(socket -> socket.handler(request -> socket.write(nonsense)))
                .listen(0, "127.0.0.1")
                .await();
        rig.weights.set(Split.ALL_LAMBDA, Optional.of(
                new Upstream(Tier.LAMBDA, "127.0.0.1", server.actualPort())), Optional.empty());
        try {
            assertThat(rig.post("/", "x").statusCode()).isEqualTo(502);
        } finally {
            rig.split(Split.ALL_LAMBDA);
            server.close().await();
        }
    }
}
