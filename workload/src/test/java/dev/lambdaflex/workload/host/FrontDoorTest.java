package dev.lambdaflex.workload.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.workload.testing.RawHttp;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host does for any app, seen from a socket. */
class FrontDoorTest {

    private static final HostConfig CONFIG = HostConfig.from(
            Map.of("PORT", "0", "LAMBDAFLEX_MAX_BODY_BYTES", "10", "LAMBDAFLEX_UNREADY_SECONDS", "0"));

    private final RunningApp app = start(request -> {
        switch (request.path()) {
            case "/throw" -> throw new IllegalStateException("boom");
            case "/error" -> throw new StackOverflowError("deep");
            case "/late" -> {
                request.response().setChunked(true).write("begun");
                throw new IllegalStateException("boom");
            }
            default -> request.response().end("fine");
        }
    });

    @AfterEach
    void stop() {
        app.stopGracefully();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/healthz", "/readyz", "/throw"})
    void everyAnswerNamesItsTier(String path) throws Exception {
        assertThat(get(path)).contains("x-lambdaflex-tier: local");
    }

    @Test
    void probesAnswerGetAndHeadAlone() throws Exception {
        assertThat(get("/healthz")).startsWith("HTTP/1.1 200").endsWith("{\"status\":\"ok\"}");
        assertThat(get("/readyz")).startsWith("HTTP/1.1 200").endsWith("{\"status\":\"ready\"}");
        assertThat(exchange("POST /readyz HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("allow: GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/throw", "/error"})
    void anAppThatThrowsAnswers500WithoutItsReason(String path) throws Exception {
        assertThat(get(path)).startsWith("HTTP/1.1 500")
                .contains("application/problem+json")
                .doesNotContain("boom", "deep");
        assertThat(get("/")).endsWith("fine");
    }

    @Test
    void anAnswerThatBreaksInTheMiddleIsCutAndNotEndedAsIfWhole() throws Exception {
        assertThat(get("/late")).contains("begun").doesNotContain("\r\n0\r\n");
    }

    @Test
    void aDeclaredBodyOverTheLimitIsRefusedBeforeTheAppSeesIt() throws Exception {
        assertThat(exchange("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 11\r\n\r\n12345678901"))
                .startsWith("HTTP/1.1 413")
                .contains("body: 11 bytes (expected: at most 10)");
        assertThat(exchange("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n1234567890"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void aRequestLineOf16KilobytesPassesAndALongerOneIsRefusedWithItsReason() throws Exception {
        assertThat(get("/" + "a".repeat(16_000))).startsWith("HTTP/1.1 200");
        assertThat(get("/" + "a".repeat(17_000))).contains(" 414 ", "expected: at most 16384 bytes",
                "x-lambdaflex-tier");
    }

    @Test
    void headersOf60KilobytesPassAndLongerOnesAreRefusedWithTheirReason() throws Exception {
        assertThat(exchange("GET / HTTP/1.1\r\nhost: x\r\nx: " + "a".repeat(60_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(exchange("GET / HTTP/1.1\r\nhost: x\r\nx: " + "a".repeat(66_000) + "\r\n\r\n"))
                .contains(" 431 ", "expected: at most 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is this\r\n\r\n", "GET / HTTP/1.1\r\nhost: x\r\ncontent-length: ten\r\n\r\n"})
    void whatIsNoHttpIsRefusedWithAReason(String nonsense) throws Exception {
        assertThat(exchange(nonsense)).contains(" 400 ", "not HTTP/1.1");
    }

    private static RunningApp start(Handler<HttpServerRequest> handler) {
        try {
            return RunningApp.start(CONFIG, _ -> handler);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private String get(String path) throws Exception {
        return exchange("GET " + path + " HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    }

    private String exchange(String request) throws Exception {
        return RawHttp.exchange(app.port(), request);
    }
}
