package dev.lambdaflex.simulator.plane.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/** A server whose behaviour the path chooses. On SIGTERM it finishes what it has. */
final class Server {

    private Server() {}

    static void run() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetSocketAddress address = new InetSocketAddress(System.getenv("HOST"),
                Integer.parseInt(System.getenv("PORT")));
        HttpServer server = HttpServer.create(address, 100);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", Server::handle);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        System.out.println("starting");
        System.out.println("{\"event\":\"ready\",\"port\":%d}".formatted(server.getAddress().getPort()));
    }

    private static void stop(HttpServer server) {
        if ("stubborn".equals(System.getenv("TERM_MODE"))) {
            Workload.hang();
        }
        server.stop(5);
    }

    private static void handle(HttpExchange exchange) throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        switch (exchange.getRequestURI().getPath()) {
            case "/readyz" -> send(exchange, "false".equals(System.getenv("READY")) ? 503 : 200, "");
            case "/slow" -> {
                sleep(700);
                send(exchange, 200, pid);
            }
            case "/hang" -> sleep(3_600_000);
            case "/halt" -> Runtime.getRuntime().halt(9);
            case "/halt-midway" -> haltMidway(exchange);
            case "/crc" -> send(exchange, 200, Long.toString(crc(exchange.getRequestBody().readAllBytes())));
            case "/blob" -> blob(exchange);
            case "/headers" -> send(exchange, 200, exchange.getRequestHeaders().entrySet().toString());
            case "/drip" -> drip(exchange);
            default -> send(exchange, 200, pid);
        }
    }

    /** Twenty megabytes, always the same. */
    static byte[] blob() {
        byte[] blob = new byte[20_000_000];
        new Random(1).nextBytes(blob);
        return blob;
    }

    static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static void blob(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(blob());
        }
    }

    /** One part at once, the next only after the client has asked for more by sending a byte. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            int next = exchange.getRequestBody().read();
            while (next >= 0) {
                out.write(next);
                out.flush();
                next = exchange.getRequestBody().read();
            }
        }
    }

    private static void haltMidway(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write(Workload.utf8("part"));
        exchange.getResponseBody().flush();
        sleep(200);
        Runtime.getRuntime().halt(9);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = Workload.utf8(body);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
