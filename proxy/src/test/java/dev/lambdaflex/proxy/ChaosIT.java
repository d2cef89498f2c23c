package dev.lambdaflex.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lambdaflex.proxy.testing.EdgeRig;
import dev.lambdaflex.proxy.testing.Wire;
import dev.lambdaflex.weights.routing.OutlierPolicy;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Clients that leave and upstreams that break, at random but repeatable moments, over pooled connections. A reset that came
 * too late would hit the connection of another request: somebody would get a wrong answer, or none.
 */
class ChaosIT {

    private static final int CLIENTS = 8;
    private static final int REQUESTS = 250;

    @Test
    void whoStaysGetsHisOwnAnswerWhateverOthersDo() throws Exception {
        OutlierPolicy patient = new OutlierPolicy(Integer.MAX_VALUE, 1, 1, 1, 1);
        try (EdgeRig rig = new EdgeRig(config -> config.withOutliers(patient))) {
            rig.lambda.answerWith(ChaosIT::answer);
            rig.fargate.answerWith(ChaosIT::answer);
            rig.split(Split.ofPercent(50));
            AtomicInteger good = new AtomicInteger();
            AtomicInteger seed = new AtomicInteger(1);
            Callable<Integer> client = () -> client(rig.edge.port(), new SplittableRandom(seed.getAndIncrement()),
                    good);

            int wrong = 0;
            try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
                for (Future<Integer> part : threads.invokeAll(Collections.nCopies(CLIENTS, client))) {
                    wrong += part.get();
                }
            }

            assertThat(wrong).isZero();
            assertThat(good.get()).isGreaterThan(CLIENTS * REQUESTS / 2);
            await().until(() -> rig.edge.counters().inFlight(Tier.LAMBDA) == 0
                    && rig.edge.counters().inFlight(Tier.FARGATE) == 0);
            for (int i = 0; i < 50; i++) {
                assertThat(rig.get("/ok/" + i).body()).isEqualTo("/ok/" + i);
            }
        }
    }

    /** Asks for one thing after the other and leaves some; counts wrong answers. */
    private static int client(int port, SplittableRandom random, AtomicInteger good) throws IOException {
        List<String> wrong = new ArrayList<>();
        String[] kinds = {"ok", "ok", "ok", "stream", "slow", "break", "early"};
        for (int i = 0; i < REQUESTS; i++) {
            String kind = kinds[random.nextInt(kinds.length)];
            String path = "/" + kind + "/" + random.nextInt();
            boolean leaves = random.nextInt(5) == 0;
            boolean posts = random.nextInt(3) == 0;
            try (Wire wire = Wire.to(port)) {
                wire.send(posts
                        ? "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n\r\n" + "x".repeat(20_000)
                        : "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
                if (leaves) {
                    wire.bytes(random.nextInt(3));
                    continue;
                }
                Wire.Answer answer = wire.read();
                boolean mayFail = kind.equals("break") && answer.status() == 502;
                if (!mayFail && !answer.body().startsWith(path)) {
                    wrong.add(path + " got " + answer);
                } else if (!mayFail) {
                    good.incrementAndGet();
                }
            } catch (IOException broken) {
                if (!kind.equals("break") && !kind.equals("early")) {
                    wrong.add(path + " got " + broken);
                }
            }
        }
        assertThat(wrong).isEmpty();
        return wrong.size();
    }

    private static void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        String path = request.path();
        switch (path.split("/", -1)[1]) {
            case "ok" -> request.end().onSuccess(end -> response.end(path));
            case "stream" -> request.end().onSuccess(end -> {
                response.setChunked(true).write(path);
                response.end("x".repeat(100_000));
            });
            case "slow" -> request.end()
                    .onSuccess(end -> response.setChunked(true)
                            .write(path)
                            .onSuccess(written -> response.end("later")));
            case "break" -> response.setChunked(true).write(path).onComplete(written -> request.connection().close());
            case "early" -> response.end(path);
            default -> response.setStatusCode(404).end();
        }
    }
}
