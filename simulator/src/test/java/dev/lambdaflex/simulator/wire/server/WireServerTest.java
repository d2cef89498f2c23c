package dev.lambdaflex.simulator.wire.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.CannotListen;
import dev.lambdaflex.simulator.wire.WireRequest;
import dev.lambdaflex.simulator.wire.WireResponse;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.protocol.Refusal;
import dev.lambdaflex.simulator.wire.signature.AccessKey;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import dev.lambdaflex.simulator.wire.testing.Caller;
import dev.lambdaflex.simulator.wire.testing.Signer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

class WireServerTest {

    private final Vertx vertx = Vertx.vertx();
    private final AccessKeys keys = AccessKeys.of(AccessKeys.LOCAL,
            AccessKey.temporary("TEMPORARY", "secret", "token"));
    private WireServer server = awaited(listen(0));
    private Caller caller = new Caller(server.endpoint(), "echo");

    @BeforeEach
    void isThere() {
        assertThat(server.endpoint().port()).isPositive();
    }

    @AfterEach
    void close() {
        caller.close();
        awaited(server.close());
        awaited(vertx.close());
    }

    @Test
    void handsASignedRequestToTheServiceOfItsScope() {
        HttpResponse<String> answer = caller.call("POST", "/a%20b/?x=%2F", "hello",
                Map.of("content-type", "text/plain"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("POST /a%20b/ x=%2F hello us-east-1 " + AccessKeys.LOCAL.id());
        assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
    }

    @Test
    void neverAnswersOnAnEventLoop() {
        assertThat(caller.call("POST", "/thread", "", Map.of()).body()).contains("worker");
    }

    @Test
    void turnsAwayWhatIsNotSigned() {
        HttpResponse<String> answer = caller.unsigned("GET", "/", "", Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<Code>MissingAuthenticationToken</Code>");
    }

    @Test
    void turnsAwayAWrongSecretInTheWordsOfTheProtocol() {
        HttpResponse<String> answer = caller.call(
                new Signer(AccessKeys.LOCAL.id(), "wrong", Optional.empty(),
                        "us-east-1", "echo"),
                Instant.now(), "POST", "/", "{}".getBytes(StandardCharsets.UTF_8),
                Map.of("x-amz-target", "Echo.Say", "content-type", "application/x-amz-json-1.1"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"__type\":\"InvalidSignatureException\"");
        assertThat(server.calls().all().getLast().operation()).isEqualTo("Echo.Say");
    }

    @Test
    void playsATokenWhoseTimeIsOver() {
        var temporary = new Signer("TEMPORARY", "secret", Optional.of("token"),
                "us-east-1", "echo");
        assertThat(caller.call(temporary, Instant.now(), "GET", "/", new byte[0], Map.of()).statusCode())
                .isEqualTo(200);
        keys.expire("TEMPORARY");
        HttpResponse<String> answer = caller.call(temporary, Instant.now(), "GET", "/", new byte[0], Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("ExpiredTokenException");
    }

    @Test
    void namesAServiceThatIsNotPlayed() {
        HttpResponse<String> answer = caller.call(caller.signer().forService("dynamodb"), Instant.now(), "GET", "/",
                new byte[0],
                Map.of());
        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.body()).contains("the cloud does not play the service 'dynamodb' (expected: one of [echo])");
    }

    @Test
    void refusesABodyThatIsTooLong() {
        HttpResponse<String> answer = caller.call("POST", "/", "x".repeat(WireServer.BODY_LIMIT + 1), Map.of());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("expected: at most 7340032 bytes");
    }

    @Test
    void unpacksPackedBodies() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write("packed".getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> answer = caller.call(caller.signer(), Instant.now(), "POST", "/", packed.toByteArray(),
                Map.of("content-encoding", "gzip"));
        assertThat(answer.body()).contains(" packed ");
        answer = caller.call("POST", "/", "plain", Map.of("content-encoding", "gzip"));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void answersAFaultOfItsOwnWithInternalFailure() {
        HttpResponse<String> answer = caller.get("/fault");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).contains("InternalFailure");
        assertThat(caller.get("/refusal").statusCode()).isEqualTo(409);
    }

    @Test
    void keepsARecordOfCalls() {
        caller.get("/refusal");
        caller.get("/");
        assertThat(server.calls().byService()).isEqualTo(Map.of("echo", 2L));
        assertThat(server.calls().all()).extracting(Call::status).containsExactly(409, 200);
        assertThat(server.calls().after(1)).extracting(Call::region).containsExactly("us-east-1");
    }

    @Test
    void showsTheRecordToOtherProcesses() {
        caller.get("/refusal");
        caller.get("/");
        HttpResponse<String> page = caller.unsigned("GET", "/_lambdaflex/calls?after=1", "", Map.of());
        assertThat(page.body()).startsWith("{\"byService\":{\"echo\":2},\"calls\":[{\"number\":2,");
        assertThat(server.calls().byService()).as("a look is no call").isEqualTo(Map.of("echo", 2L));
    }

    @Test
    void countsNoNamesThatCallersMadeUp() {
        caller.call(caller.signer().forService("made-up"), Instant.now(), "GET", "/", new byte[0], Map.of());
        assertThat(server.calls().byService()).isEqualTo(Map.of("unknown", 1L));
    }

    @Test
    void saysWhenThePortIsTaken() {
        Future<WireServer> second = listen(server.endpoint().port());
        assertThat(second.transform(result -> Future.succeededFuture(result.cause()))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join()).isInstanceOf(CannotListen.class)
                .hasMessageContaining("the port is already in use");
    }

    private Future<WireServer> listen(int port) {
        return WireServer.listen(vertx, new Endpoint("127.0.0.1", port), List.of(new Echo()), keys, "us-east-1",
                InstantSource.system());
    }

    private static <T> T awaited(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Says what it was asked. */
    private static final class Echo implements WireService {

        @Override
        public String signingName() {
            return "echo";
        }

        @Override
        public WireResponse answer(WireRequest request) {
            return switch (request.path()) {
                case "/fault" -> throw new IllegalStateException("a fault that this test wants");
                case "/refusal" -> throw Refusal.of(409, "Conflict", "no");
                case "/thread" -> say(Thread.currentThread().getName());
                default -> say(String.join(" ", request.method(), request.path(), request.query(), request.text(),
                        request.region(), request.accessKey()));
            };
        }

        private static WireResponse say(String text) {
            return new WireResponse(200, Map.of("content-type", "text/plain"), Buffer.buffer(text));
        }
    }
}
