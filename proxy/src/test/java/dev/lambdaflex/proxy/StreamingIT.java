package dev.lambdaflex.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.proxy.EdgeConfig.Limits;
import dev.lambdaflex.proxy.EdgeConfig.Timeouts;
import dev.lambdaflex.proxy.testing.EdgeRig;
import dev.lambdaflex.proxy.testing.Wire;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamingIT {

    private static final int MEGABYTE = 1 << 20;
    private static final int SIZE = 50 * MEGABYTE;
    /** What socket buffers, write queues and one read may hold on two hops; far below what is sent. */
    private static final long BOUND = 24L * MEGABYTE;
    private static final Buffer CHUNK = Buffer.buffer(new byte[64 * 1024]);

    private final EdgeRig rig = new EdgeRig(config -> config.withLimits(new Limits(SIZE, 10_240, 16_384, 16_384))
            .withTimeouts(new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(29), Duration.ofSeconds(60),
                    Duration.ofSeconds(2))));

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void serverSentEventsArriveOneByOne() throws Exception {
        CompletableFuture<HttpServerResponse> stream = new CompletableFuture<>();
        rig.lambda.answerWith(request -> {
            HttpServerResponse response = request.response()
                    .setChunked(true)
                    .putHeader("content-type", "text/event-stream");
            response.write("data: 1\n\n");
            stream.complete(response);
        });
        try (Wire wire = Wire.to(rig.edge.port())) {
            wire.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(wire.line()).isEqualTo("HTTP/1.1 200 OK");
            readUntil(wire, "data: 1");

            stream.get(5, TimeUnit.SECONDS).write("data: 2\n\n");
            readUntil(wire, "data: 2");

            stream.get().end("data: 3\n\n");
            readUntil(wire, "data: 3");
        }
    }

    @Test
    void aSlowReaderMakesTheUpstreamPauseAndGetsEveryByte() throws Exception {
        AtomicLong sent = new AtomicLong();
        AtomicBoolean paused = new AtomicBoolean();
        rig.lambda.answerWith(request -> pour(request.response().putHeader("content-length", "" + SIZE), sent, paused));
        try (Wire wire = Wire.to(rig.edge.port(), 8 * 1024)) {
            wire.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
            readUntil(wire, "");
            await().untilTrue(paused);
            long sentBefore = awaitStandstill(sent);

            assertThat(sentBefore).isLessThan(BOUND);
            assertThat(wire.bytes(SIZE)).hasSize(SIZE);
        }
        assertThat(sent).hasValue(SIZE);
        await().until(() -> rig.edge.counters().inFlight(Tier.LAMBDA) == 0);
        assertThat(rig.edge.counters().answers(Tier.LAMBDA, 2)).isEqualTo(1);
    }

    @Test
    void anUpstreamThatDoesNotReadMakesTheClientPauseAndGetsEveryByte() throws Exception {
        CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
        AtomicLong received = new AtomicLong();
        rig.lambda.answerWith(request -> {
            request.pause();
            request.handler(chunk -> received.addAndGet(chunk.length()));
            request.endHandler(end -> request.response().end("thanks"));
            held.complete(request);
        });
        AtomicLong sent = new AtomicLong();
        try (Wire wire = Wire.to(rig.edge.port())) {
            wire.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: " + SIZE + "\r\n\r\n");
            CompletableFuture<Void> upload = CompletableFuture.runAsync(() -> upload(wire, sent));
            held.get(10, TimeUnit.SECONDS);
            assertThat(awaitStandstill(sent)).isLessThan(BOUND);

            held.get().resume();

            upload.get(20, TimeUnit.SECONDS);
            assertThat(wire.read().body()).isEqualTo("thanks");
        }
        assertThat(received).hasValue(SIZE);
    }

    @Test
    void aClientThatLeavesEndsTheRequestAtTheUpstream() throws Exception {
        CompletableFuture<Void> upstreamSawTheEnd = new CompletableFuture<>();
        rig.lambda.answerWith(request -> {
            request.response().closeHandler(closed -> upstreamSawTheEnd.complete(null));
            pour(request.response().setChunked(true), new AtomicLong(), new AtomicBoolean());
        });
        try (Wire wire = Wire.to(rig.edge.port())) {
            wire.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
            wire.bytes(100_000);
        }

        upstreamSawTheEnd.get(10, TimeUnit.SECONDS);
        await().until(() -> rig.edge.counters().aborted(Tier.LAMBDA) == 1);
        assertThat(rig.edge.counters().inFlight(Tier.LAMBDA)).isZero();
        rig.lambda.answerWith(rig.lambda::answerWithName);
        assertThat(rig.get("/").body()).isEqualTo("lambda");
    }

    @Test
    void anAnswerThatBreaksOffIsNotPassedOnAsWhole() throws Exception {
        rig.lambda.answerWith(request -> request.response()
                .setChunked(true)
                .write("half")
                .onSuccess(written -> request.connection().close()));
        try (Wire wire = Wire.to(rig.edge.port())) {
            wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

            assertThatThrownBy(wire::read).isInstanceOf(IOException.class).hasMessageContaining("connection closed");
        }
        assertThat(rig.edge.counters().aborted(Tier.LAMBDA)).isEqualTo(1);
    }

    @Test
    void aSmallAnswerThatBreaksOffBecomesABadGateway() throws Exception {
        rig.lambda.answerWith(request -> {
            request.response()
                    .putHeader("content-length", "100")
                    .write("half")
                    .onSuccess(written -> request.connection().close());
        });

        assertThat(rig.get("/").statusCode()).isEqualTo(502);
    }

    @Test
    void anAnswerBeforeTheEndOfTheUploadEndsBoth() throws Exception {
        rig.lambda.answerWith(request -> request.response().setStatusCode(401).end("no"));
        try (Wire wire = Wire.to(rig.edge.port())) {
            wire.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nbegin");

            assertThat(wire.read().status()).isEqualTo(401);
            assertThat(wire.closed()).isTrue();
        }
        await().until(() -> rig.edge.counters().inFlight(Tier.LAMBDA) == 0);
    }

    @Test
    void headAndNoContentAnswersHaveNoBodyAndKeepTheConnection() throws Exception {
        rig.lambda.answerWith(request -> {
            boolean head = request.method().name().equals("HEAD");
            if (head) {
                request.response().putHeader("content-length", "12345").end();
            } else {
                request.response().setStatusCode(204).end();
            }
        });
        try (Wire wire = Wire.to(rig.edge.port())) {
            wire.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(wire.line()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(readUntil(wire, "")).contains("content-length: 12345");
            wire.send("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(wire.read().status()).isEqualTo(204);
            wire.send("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(wire.read().status()).isEqualTo(204);
        }
    }

    private static void pour(HttpServerResponse response, AtomicLong sent, AtomicBoolean paused) {
        while (sent.get() < SIZE) {
            if (response.closed()) {
                return;
            }
            if (response.writeQueueFull()) {
                paused.set(true);
                response.drainHandler(drained -> pour(response, sent, paused));
                return;
            }
            sent.addAndGet(CHUNK.length());
            response.write(CHUNK);
        }
        response.end();
    }

    private static void upload(Wire wire, AtomicLong sent) {
        byte[] chunk = CHUNK.getBytes();
        try {
            while (sent.get() < SIZE) {
                wire.send(chunk);
                sent.addAndGet(chunk.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value once it has been the same for half a second. */
    private static long awaitStandstill(AtomicLong value) {
        AtomicLong last = new AtomicLong(-1);
        await().pollInterval(500, TimeUnit.MILLISECONDS).until(() -> last.getAndSet(value.get()) == value.get());
        return last.get();
    }

    private static String readUntil(Wire wire, String wanted) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = wire.line(); !line.equals(wanted); line = wire.line()) {
            read.append(line).append('\n');
        }
        return read.toString();
    }
}
