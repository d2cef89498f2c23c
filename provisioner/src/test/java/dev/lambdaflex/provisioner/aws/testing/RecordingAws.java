package dev.lambdaflex.provisioner.aws.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.lambdaflex.provisioner.aws.client.Access;
import dev.lambdaflex.provisioner.aws.client.AwsClients;
import dev.lambdaflex.provisioner.aws.client.AwsSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** An AWS that answers as it was told, one answer after the other, and keeps what it was asked. */
public final class RecordingAws implements AutoCloseable {

    private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d+/([^/]+)/([^/]+)/");

    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AwsClients clients;

    private record Answer(int status, String body) {}

    private RecordingAws(HttpServer server, AwsSettings.Patience patience) {
        this.server = server;
        AwsSettings local = AwsSettings.at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        AwsSettings settings = new AwsSettings("eu-central-1", local.endpoint(), Access.anybody(), patience,
                local.metrics());
        this.clients = AwsClients.open(settings, new SimpleMeterRegistry());
    }

    /** Starts one. Its clients wait next to nothing between attempts. */
    public static RecordingAws start() {
        return start(Duration.ofMillis(160));
    }

    static RecordingAws start(Duration throttled) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RecordingAws aws = new RecordingAws(server, new AwsSettings.Patience(Duration.ofSeconds(5),
                    Duration.ofSeconds(10), throttled, Duration.ofNanos(1)));
            server.createContext("/", aws::answer);
            server.start();
            return aws;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public AwsClients clients() {
        return clients;
    }

    /** The next answer, 200. */
    public RecordingAws answers(String body) {
        return answers(200, body);
    }

    /** The next answer; status 0 closes the connection after the request instead. */
    public RecordingAws answers(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    /** All requests so far, as a person reads them: what differs from run to run is left out. */
    public String requests() {
        return String.join("\n\n", requests) + "\n";
    }

    public int count() {
        return requests.size();
    }

    @Override
    public void close() {
        clients.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(described(exchange, body));
        Answer answer = Optional.ofNullable(answers.poll())
                .orElse(new Answer(500, "<Error><Code>NoAnswerLeft</Code><Message>none</Message></Error>"));
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", answer.body().startsWith("{") ? "application/json" : "text/xml");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String described(HttpExchange exchange, String body) {
        StringBuilder text = new StringBuilder();
        text.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
        text.append("\nsigned for: ").append(scope(exchange));
        for (String header : List.of("Content-Type", "X-Amz-Target")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
                    .ifPresent(value -> text.append('\n')
                            .append(header.toLowerCase(java.util.Locale.ROOT))
                            .append(": ")
                            .append(value));
        }
        return body.isEmpty() ? text.toString() : text.append("\n\n").append(readable(body)).toString();
    }

    private static String scope(HttpExchange exchange) {
        Matcher scope = SCOPE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        return scope.find() ? scope.group(2) + " in " + scope.group(1) : "nobody";
    }

    private static String readable(String body) {
        if (body.startsWith("<")) {
            return body.replaceAll(">\\s*<", ">\n<");
        }
        if (body.startsWith("{")) {
            return body;
        }
        return String.join("\n", List.of(body.split("&"))
                .stream()
                .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
                .toList());
    }
}
