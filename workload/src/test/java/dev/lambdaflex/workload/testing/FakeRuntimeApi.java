package dev.lambdaflex.workload.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lambda's side of the Runtime API: hands out events one at a time and keeps what comes back. */
public final class FakeRuntimeApi implements AutoCloseable {

    private static final String RUNTIME = "/2018-06-01/runtime/";

    /** What the runtime posted: to {@code response}, {@code error} or {@code init/error}. */
    public record Posted(String kind, String errorType, JsonObject body) {}

    private record Event(String id, String json, Duration timeout, CompletableFuture<Posted> outcome) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Event> inHand = new ConcurrentHashMap<>();
    private final CompletableFuture<String> firstBytes = new CompletableFuture<>();
    private final CompletableFuture<Posted> initError = new CompletableFuture<>();
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger protocolBreaks = new AtomicInteger();
    private volatile int responseStatus = 202;

    public FakeRuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(RUNTIME + "invocation/next", this::next);
        server.createContext(RUNTIME + "invocation/", this::outcome);
        server.createContext(RUNTIME + "init/error", exchange -> {
            initError.complete(read(exchange, "init/error"));
            answer(exchange, 202, "{}");
        });
        server.start();
    }

    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Queues an event; the future holds what the runtime made of it. */
    public CompletableFuture<Posted> invoke(String event, Duration timeout) {
        CompletableFuture<Posted> outcome = new CompletableFuture<>();
        waiting.add(new Event("invocation-" + ids.incrementAndGet(), event, timeout, outcome));
        return outcome;
    }

    public CompletableFuture<Posted> invoke(String event) {
        return invoke(event, Duration.ofSeconds(30));
    }

    public CompletableFuture<Posted> initError() {
        return initError;
    }

    /** Done when the runtime asked for its first invocation. */
    public CompletableFuture<Void> asked() {
        return asked;
    }

    /** The first bytes of the body of the first streamed answer, while the rest of it is still to come. */
    public CompletableFuture<String> firstBytes() {
        return firstBytes;
    }

    /** Invocations that the runtime took and has not answered. */
    public int owed() {
        return inHand.size();
    }

    /** How often the runtime asked for an invocation while it still owed the answer to one. */
    public int protocolBreaks() {
        return protocolBreaks.get();
    }

    /** What the API answers to responses from now on. */
    public void answerResponsesWith(int status) {
        responseStatus = status;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void next(HttpExchange exchange) throws IOException {
        asked.complete(null);
        if (!inHand.isEmpty()) {
            protocolBreaks.incrementAndGet();
        }
        try {
            Event event = waiting.poll(5, TimeUnit.MINUTES);
            if (event == null) {
                throw new IOException("no event came");
            }
            inHand.put(event.id(), event);
            exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", event.id());
            exchange.getResponseHeaders()
                    .add("Lambda-Runtime-Deadline-Ms",
                            Long.toString(Instant.now().plus(event.timeout()).toEpochMilli()));
            exchange.getResponseHeaders().add("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793");
            answer(exchange, 200, event.json());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void outcome(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring((RUNTIME + "invocation/").length()).split("/", -1);
        boolean streaming = "streaming"
                .equals(exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Response-Mode"));
        Posted posted = streaming ? stream(exchange) : read(exchange, path[1]);
        boolean refused = path[1].equals("response") && responseStatus != 202;
        Event event = refused ? inHand.get(path[0]) : inHand.remove(path[0]);
        if (event != null && !refused) {
            event.outcome().complete(posted);
        }
        answer(exchange, refused ? responseStatus : 202, "{}");
    }

    /** A streamed answer as {@code streamed}, or as {@code truncated} when the runtime cut it off. */
    private Posted stream(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        ByteArrayOutputStream prelude = new ByteArrayOutputStream();
        for (int zeros = 0; zeros < 8;) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no prelude");
            }
            prelude.write(next);
            zeros = next == 0 ? zeros + 1 : 0;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String kind = "streamed";
        try {
            byte[] bytes = new byte[8192];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                body.write(bytes, 0, n);
                firstBytes.complete(body.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException cut) {
            kind = "truncated";
        }
        JsonObject answer = new JsonObject(prelude.toString(StandardCharsets.UTF_8).replace("\0", ""));
        return new Posted(kind, "", answer.put("body", body.toString(StandardCharsets.UTF_8))
                .put("contentType", exchange.getRequestHeaders().getFirst("Content-Type")));
    }

    private static Posted read(HttpExchange exchange, String kind) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String type = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
        return new Posted(kind, type == null ? "" : type, new JsonObject(body));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
