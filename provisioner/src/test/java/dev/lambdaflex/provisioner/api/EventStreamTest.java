package dev.lambdaflex.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.parsetools.RecordParser;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest extends ApiTestBase {

    private @Nullable HttpClient http;

    @BeforeEach
    void openClient(Vertx vertx) {
        http = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(100));
    }

    @AfterEach
    void closeClient() throws Exception {
        await(http().close());
    }

    private HttpClient http() {
        return Objects.requireNonNull(http);
    }

    @Test
    void whatHappenedComesFirstAndThenWhatHappens() throws Exception {
        apps.happens("pets", "before");
        apps.happens("other", "elsewhere");
        BlockingQueue<String> blocks = follow(PETS + "/events", "");
        assertThat(text(blocks)).isEqualTo("before");
        apps.happens("pets", "after\nwith a second line");
        String block = next(blocks);
        assertThat(block).startsWith("id: 3\nevent: event\ndata: {");
        assertThat(data(block).getString("text")).isEqualTo("after\nwith a second line");
    }

    @Test
    void aClientThatComesBackGoesOnWhereItWas() throws Exception {
        for (int i = 1; i <= 250; i++) {
            apps.happens("pets", "event " + i);
        }
        BlockingQueue<String> blocks = follow(PETS + "/events?after=5", "2");
        List<String> texts = new ArrayList<>();
        for (int i = 3; i <= 250; i++) {
            texts.add(text(blocks));
        }
        assertThat(texts).hasSize(248).startsWith("event 3").endsWith("event 250").doesNotHaveDuplicates();
    }

    @Test
    void withoutLastEventIdTheQueryCounts() throws Exception {
        for (int i = 1; i <= 3; i++) {
            apps.happens("pets", "event " + i);
        }
        assertThat(text(follow(PETS + "/events?after=2", ""))).isEqualTo("event 3");
    }

    @Test
    void theNumberOfStreamsIsBoundedAndAClosedOneMakesRoom() throws Exception {
        List<HttpClientResponse> open = new ArrayList<>();
        for (int i = 0; i < EventStreams.MOST; i++) {
            open.add(opened());
        }
        assertThat(open).allSatisfy(response -> assertThat(response.statusCode()).isEqualTo(200));
        assertRefused(await(request("GET", PETS + "/events").putHeader("Accept", "text/event-stream").send()), 503,
                "streams: 64 are open (expected: at most 64)");
        await(open.getFirst().request().connection().close());
        Awaitility.await().untilAsserted(() -> assertThat(opened().statusCode()).isEqualTo(200));
    }

    @Test
    void aStreamIsServedAsSuch() throws Exception {
        HttpClientResponse response = opened();
        assertThat(response.getHeader("Content-Type")).isEqualTo("text/event-stream");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isNull();
    }

    private HttpClientResponse opened() throws Exception {
        return await(http().request(HttpMethod.GET, api().port(), ApiConfig.LOOPBACK, PETS + "/events")
                .compose(request -> request.putHeader("Accept", "text/event-stream").send()));
    }

    private BlockingQueue<String> follow(String path, String lastEventId) throws Exception {
        BlockingQueue<String> blocks = new LinkedBlockingQueue<>();
        await(http().request(HttpMethod.GET, api().port(), ApiConfig.LOOPBACK, path).compose(request -> {
            request.putHeader("Accept", "text/event-stream");
            if (!lastEventId.isEmpty()) {
                request.putHeader("Last-Event-ID", lastEventId);
            }
            return request.send();
        }).map(response -> {
            RecordParser parser = RecordParser.newDelimited("\n\n", response);
            parser.handler(block -> blocks.add(block.toString()));
            return parser;
        }));
        assertThat(next(blocks)).isEqualTo("retry: 2000");
        return blocks;
    }

    private static String text(BlockingQueue<String> blocks) throws InterruptedException {
        return data(next(blocks)).getString("text");
    }

    private static String next(BlockingQueue<String> blocks) throws InterruptedException {
        return String.valueOf(blocks.poll(20, TimeUnit.SECONDS));
    }

    private static JsonObject data(String block) {
        return Buffer.buffer(block.substring(block.indexOf("data: ") + 6)).toJsonObject();
    }
}
