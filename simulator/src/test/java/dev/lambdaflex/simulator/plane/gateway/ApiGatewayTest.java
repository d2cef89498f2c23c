package dev.lambdaflex.simulator.plane.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.simulator.plane.CannotListen;
import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.lambda.Outcome;
import dev.lambdaflex.simulator.plane.testing.RecordingMeter;
import dev.lambdaflex.simulator.plane.testing.RecordingMeter.Served;
import dev.lambdaflex.simulator.plane.testing.Results;
import dev.lambdaflex.simulator.plane.testing.Timings;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway's socket over a function that is only pretended. */
class ApiGatewayTest {

    private static final Endpoint ANY_PORT = new Endpoint("127.0.0.1", 0);
    private static final HttpApi API = new HttpApi("abc", "123456789012");

    private final Vertx vertx = Vertx.vertx();
    private final Loop loop = Results.of(Loop.create(vertx));
    private final RecordingMeter meter = new RecordingMeter();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Future<Outcome> outcome = answered("{\"statusCode\":200,\"body\":\"ok\"}");
    private volatile JsonObject seen = new JsonObject();
    private ApiGateway gateway;

    @BeforeEach
    void open() {
        Timings timings = new Timings();
        timings.integrationTimeout = Duration.ofMillis(500);
        gateway = Results.of(ApiGateway.open(loop, ANY_PORT, API, (event, _) -> {
            seen = event.toJsonObject();
            return outcome;
        }, timings.build(), meter));
    }

    @AfterEach
    void end() {
        client.close();
        Results.of(vertx.close());
    }

    @Test
    void aRequestGoesThroughAndIsCountedOnce() throws Exception {
        HttpResponse<String> response = send(request("/path?q=1").POST(BodyPublishers.ofString("body")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("ok");
        assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
        assertThat(seen.getString("rawPath")).isEqualTo("/path");
        assertThat(seen.getJsonObject("requestContext").getJsonObject("http").getString("sourceIp"))
                .isEqualTo("127.0.0.1");
        assertServedOnce(200, false);
        assertThat(meter.connections).hasValue(1);
    }

    @Test
    void cookiesOfTheFunctionBecomeSetCookieHeaders() throws Exception {
        outcome = answered("{\"statusCode\":200,\"cookies\":[\"a=1\",\"b=2\"],\"headers\":{\"x-a\":\"1\"}}");
        HttpResponse<String> response = send(request("/"));

        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.headers().firstValue("x-a")).hasValue("1");
    }

    @Test
    void aHeadRequestLearnsTheLengthButGetsNoBody() throws Exception {
        HttpResponse<String> response = send(request("/").method("HEAD", BodyPublishers.noBody()));

        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("content-length")).hasValue("2");
        assertThat(send(request("/")).body()).isEqualTo("ok");
    }

    @Test
    void aFailedFunctionIsAnInternalServerError() throws Exception {
        outcome = Future.succeededFuture(new Outcome.Failed("Test.Bad", Buffer.buffer("{}")));
        assertRefused(send(request("/")), 500, "Internal Server Error");
    }

    @Test
    void aMalformedAnswerIsAnInternalServerError() throws Exception {
        outcome = answered("not json");
        assertRefused(send(request("/")), 500, "Internal Server Error");
    }

    @Test
    void aThrottledFunctionIsUnavailable() throws Exception {
        outcome = Future.succeededFuture(new Outcome.Throttled("limit"));
        assertRefused(send(request("/")), 503, "Service Unavailable");
    }

    @Test
    void aFunctionThatTakesTooLongIsUnavailable() throws Exception {
        Promise<Outcome> never = Promise.promise();
        outcome = never.future();
        assertRefused(send(request("/")), 503, "Service Unavailable");
    }

    @Test
    void anEventTooLargeForTheFunctionIsRefused() throws Exception {
        outcome = Future.succeededFuture(new Outcome.TooLarge(7_000_000));
        assertRefused(send(request("/")), 413, "Request Entity Too Large");
    }

    @Test
    void moreThanTenMegabytesAreRefusedBeforeTheyAreRead() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10485761\r\n\r\n");
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("{\"message\":\"Request Entity Too Large\"}");
        }
        assertServedOnce(413, true);
    }

    @Test
    void moreThanTenMegabytesInChunksAreRefused() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
            for (int i = 0; i < 11; i++) {
                write(socket, chunk);
            }
            byte[] status = socket.getInputStream().readNBytes(12);
            assertThat(new String(status, UTF_8)).isEqualTo("HTTP/1.1 413");
        }
        assertServedOnce(413, true);
    }

    @Test
    void requestLineAndHeadersBeyondTenKilobytesAreRefused() throws Exception {
        assertRefused(send(request("/").header("x-long", "x".repeat(10_240))), 431,
                "Request Header Fields Too Large");
        assertThat(send(request("/").header("x-long", "x".repeat(9_900))).statusCode()).isEqualTo(200);
    }

    @Test
    void aClientThatLeavesWhileItSendsIsCountedOnce() throws Exception {
        try (Socket socket = connect()) {
            write(socket, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\npart");
            await().until(() -> meter.inFlight.get() == 1);
        }
        assertServedOnce(460, true);
    }

    @Test
    void aPortInUseIsSaidInOneSentence() {
        assertThatThrownBy(() -> Results.of(ApiGateway.open(loop, gateway.endpoint(), API,
                (_, _) -> outcome, new Timings().build(), meter))).isInstanceOf(CannotListen.class)
                .hasMessage("the API gateway cannot listen on %s: the port is already in use (expected: a free port)",
                        gateway.endpoint());
    }

    private static Future<Outcome> answered(String payload) {
        return Future.succeededFuture(new Outcome.Answered(Buffer.buffer(payload)));
    }

    private void assertRefused(HttpResponse<String> response, int status, String message) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo("{\"message\":\"%s\"}", message);
        assertServedOnce(status, true);
    }

    private void assertServedOnce(int status, boolean gatewayMade) {
        await().until(() -> !meter.served.isEmpty());
        assertThat(meter.served).containsExactly(new Served(Tier.LAMBDA, status, gatewayMade));
        assertThat(meter.inFlight).hasValue(0);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + gateway.endpoint() + path))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return Objects.requireNonNull(client.send(request.build(), BodyHandlers.ofString()));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(gateway.endpoint().host(), gateway.endpoint().port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }
}
