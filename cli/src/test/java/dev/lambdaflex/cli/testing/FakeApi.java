package dev.lambdaflex.cli.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server that answers as it is told and remembers what it was asked. */
public final class FakeApi implements AutoCloseable {

    /** What came in. */
    public record Asked(String line, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst().orElse("");
        }
    }

    /** Answers one request. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public FakeApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All requests, as {@code METHOD /path?query}. */
    public List<String> lines() {
        return asked.stream().map(Asked::line).toList();
    }

    public Asked last() {
        return asked.getLast();
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Answers {@code line}, such as {@code GET /v1/apps}; the query does not count. */
    public FakeApi on(String line, Answer answer) {
        answers.put(line, answer);
        return this;
    }

    public FakeApi json(String line, int status, String body) {
        String type = status < 400 ? "application/json" : "application/problem+json";
        return on(line, exchange -> send(exchange, status, type, body));
    }

    public FakeApi problem(String line, int status, String detail) {
        return json(line, status, """
                {"type":"about:blank","title":"Refused","status":%d,"detail":"%s"}""".formatted(status, detail));
    }

    public static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("ETag", "\"41\"");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Sends pieces of a stream of events, each as a chunk of its own, then ends it. */
    public static void stream(HttpExchange exchange, String... pieces) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (String piece : pieces) {
                out.write(piece.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(method + " " + exchange.getRequestURI(), Map.copyOf(exchange.getRequestHeaders()), body));
        Answer answer = answers.getOrDefault(method + " " + exchange.getRequestURI().getRawPath(),
                missing -> send(missing, 404, "application/problem+json",
                        "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"nothing is here\"}"));
        answer.to(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
