package dev.lambdaflex.workload.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class LoopbackTest {

    private static final int MANY = 5_000;

    /** An answer that arrived before anybody listened was once lost. */
    @Test
    void noAnswerOfManyIsMissedHoweverFastItComes(Vertx vertx) throws Exception {
        int port = vertx.createHttpServer()
                .requestHandler(request -> request.response().end(request.uri()))
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        Loopback loopback = new Loopback(vertx, port, 1);
        for (int i = 0; i < MANY; i++) {
            LambdaRequest request = new LambdaRequest(HttpMethod.GET, "/" + i, MultiMap.caseInsensitiveMultiMap(),
                    Buffer.buffer());
            assertThat(loopback.send(request, Duration.ofSeconds(30)).body().toString()).isEqualTo("/" + i);
        }
    }
}
