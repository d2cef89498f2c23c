package dev.lambdaflex.simulator.load.testing;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers like the sample app behind the edge: odd ids of pets from Lambda, all else from Fargate. */
public final class StubShop {

    private static final List<String> PETS = List.of("Ada cat 4", "Brook dog 7", "Cosmo parrot 23",
            "Dune tortoise 61", "Ember hamster 1");

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lastId = new AtomicInteger(PETS.size());
    private final HttpServer server;

    private StubShop(Vertx vertx, Handler<HttpServerRequest> handler) {
        server = vertx.createHttpServer(new HttpServerOptions().setMaxInitialLineLength(16_384))
                .requestHandler(handler);
    }

    /** A shop that answers everything rightly. */
    public static StubShop open(Vertx vertx) throws Exception {
        return open(vertx, StubShop::serve);
    }

    /** A shop whose answers {@code keeper} makes, perhaps with {@link #serve}. */
    public static StubShop open(Vertx vertx, Keeper keeper) throws Exception {
        StubShop[] self = new StubShop[1];
        self[0] = new StubShop(vertx, request -> request.body()
                .onSuccess(body -> keeper.handle(self[0], new Asked(request, body)))
                .onFailure(gone -> {}));
        self[0].server.listen(0, "127.0.0.1").await(20, TimeUnit.SECONDS);
        return self[0];
    }

    /** Makes the answer to a request. */
    @FunctionalInterface
    public interface Keeper {

        void handle(StubShop shop, Asked asked);
    }

    /** A request that has arrived whole, so that it can be answered at any time. */
    public record Asked(HttpServerRequest request, Buffer body) {

        public String path() {
            return request.path();
        }
    }

    public int port() {
        return server.actualPort();
    }

    /** Method, target, host and body of all that was asked. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    public void serve(Asked asked) {
        HttpServerRequest request = asked.request();
        seen.add("%s %s %s %s".formatted(request.method(), request.uri(), request.getHeader("host"), asked.body()));
        answer(asked);
    }

    private void answer(Asked asked) {
        if (asked.request().method().equals(HttpMethod.POST)) {
            end(asked, 201, "fargate", asked.body().toJsonObject().put("id", lastId.incrementAndGet()));
        } else if (asked.path().startsWith("/pets/")) {
            int id = Integer.parseInt(asked.path().substring("/pets/".length()));
            end(asked, 200, id % 2 == 1 ? "lambda" : "fargate", pet(id));
        } else if (asked.path().equals("/echo")) {
            String text = asked.request().getParam("text");
            end(asked, 200, "fargate", new JsonObject().put("text", text).put("sha256", sha256(text)));
        } else {
            end(asked, 200, "fargate", new JsonObject().put("tier", "fargate").put("instance", "i").put("served", 1));
        }
    }

    public static void end(Asked asked, int status, String tier, JsonObject json) {
        asked.request()
                .response()
                .setStatusCode(status)
                .putHeader("x-lambdaflex-tier", tier)
                .putHeader("content-type", "application/json")
                .end(json.toBuffer())
                .onFailure(gone -> {});
    }

    private static JsonObject pet(int id) {
        String[] words = PETS.get(id - 1).split(" ", -1);
        return new JsonObject().put("id", id)
                .put("name", words[0])
                .put("species", words[1])
                .put("age", Integer.parseInt(words[2]));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
