package dev.lambdaflex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.json.JsonObject;

import dev.lambdaflex.cli.api.ApiClient;
import dev.lambdaflex.cli.testing.FakeApi;
import dev.lambdaflex.cli.testing.Samples;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventsTest {

    private static final String EVENTS = "GET /v1/apps/petstore/events";

    private final FakeApi api = new FakeApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void theHistoryIsALineForEachEvent() {
        api.json(EVENTS, 200, history(7));
        Ran ran = Ran.against(api.url(), "events", "petstore", "--last", "2");
        assertThat(ran.out().lines()).hasSize(2)
                .allMatch(line -> line.contains("shifting-up"))
                .last()
                .asString()
                .contains("5 > 10 %", "event 7");
    }

    @Test
    void withJsonEachLineIsAnObject() {
        api.json(EVENTS, 200, history(3));
        Ran ran = Ran.against(api.url(), "events", "petstore", "--after", "0", "-o", "json");
        assertThat(ran.out().lines().map(JsonObject::new).map(event -> event.getLong("seq"))).containsExactly(1L, 2L,
                3L);
    }

    @Test
    void anInterruptedStreamGoesOnAfterTheLastEvent() throws InterruptedException {
        AtomicInteger connections = new AtomicInteger();
        api.on(EVENTS, exchange -> {
            switch (connections.incrementAndGet()) {
                // An event in two pieces, heartbeats in between, and an end in the middle of an event.
                case 1 -> FakeApi.stream(exchange, ": hello\n\n", Samples.event(1, "provisioning", "one"),
                        Samples.event(2, "verifying", "two").substring(0, 30),
                        Samples.event(2, "verifying", "two").substring(30), ": still here\n\n", "id: 3\ndata: {\"se");
                case 2 -> FakeApi.send(exchange, 503, "application/problem+json", "{}");
                default -> FakeApi.stream(exchange, Samples.event(2, "verifying", "two"),
                        Samples.event(3, "resting", "three"), Samples.event(4, "resting", "four"));
            }
        });
        List<String> seen = new ArrayList<>();
        try (ApiClient client = new ApiClient(URI.create(api.url()), Optional.empty())) {
            client.events("/v1/apps/petstore/events").follow(0, event -> {
                seen.add(event.getString("text"));
                return seen.size() < 3;
            }, _ -> {});
        }
        assertThat(seen).containsExactly("one", "two", "three");
        assertThat(api.asked().stream().map(asked -> asked.header("Last-event-id"))).containsExactly("0", "2", "2");
    }

    @Test
    void aStreamThatIsRefusedSaysWhy() {
        api.json("GET /v1/apps", 200, Samples.apps(Samples.shifting()))
                .json(EVENTS, 200, "{\"events\":[]}");
        AtomicInteger asked = new AtomicInteger();
        api.on(EVENTS, exchange -> {
            if (asked.incrementAndGet() == 1) {
                FakeApi.send(exchange, 200, "application/json", "{\"events\":[]}");
            } else {
                FakeApi.send(exchange, 401, "application/problem+json", "{\"detail\":\"token: none (expected: one)\"}");
            }
        });
        Ran ran = Ran.against(api.url(), "events", "-f");
        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err()).contains("token: none (expected: one)").hasLineCount(1);
    }

    @Test
    void aMigrationThatArrivesEndsWithZero() {
        journey("FARGATE");
        Ran ran = Ran.against(api.url(), "migrate", "petstore", "--to", "fargate", "--follow");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(0);
        assertThat(ran.out().lines()).hasSize(4).first().isEqualTo("started");
        assertThat(ran.out()).endsWith("petstore has arrived on fargate\n");
    }

    @Test
    void aMigrationThatIsRolledBackEndsWithOneAndAResultInJson() {
        journey("LAMBDA");
        Ran ran = Ran.against(api.url(), "-o", "json", "migrate", "petstore", "--to", "fargate", "--follow");
        assertThat(ran.code()).isEqualTo(1);
        List<JsonObject> lines = ran.out().lines().map(JsonObject::new).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getLast().getJsonObject("result").getBoolean("arrived")).isFalse();
    }

    private void journey(String end) {
        AtomicInteger looks = new AtomicInteger();
        api.json("POST /v1/apps/petstore/migrations", 202, Samples.done("started", Samples.shifting()));
        api.on("GET /v1/apps/petstore", exchange -> FakeApi.send(exchange, 200, "application/json",
                (looks.incrementAndGet() == 1 ? Samples.shifting() : Samples.resting(end)).encode()));
        api.on(EVENTS, exchange -> {
            if (exchange.getRequestHeaders().getFirst("Accept").equals("text/event-stream")) {
                FakeApi.stream(exchange, Samples.event(8, "baking", "all of it"),
                        Samples.event(9, "resting-" + end.toLowerCase(Locale.ROOT), "rests"));
            } else {
                FakeApi.send(exchange, 200, "application/json", history(7));
            }
        });
    }

    private static String history(int count) {
        List<JsonObject> events = new ArrayList<>();
        for (int seq = 1; seq <= count; seq++) {
            events.add(Samples.eventJson(seq, "shifting-up", "event " + seq));
        }
        return new JsonObject().put("events", events).encode();
    }
}
