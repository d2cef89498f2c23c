package dev.lambdaflex.simulator.plane.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** A Lambda runtime whose behaviour the path of the event chooses, and its init the variable {@code INIT}. */
final class FunctionLoop {

    private static final String BASE = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/";

    private FunctionLoop() {}

    static void run() throws IOException, InterruptedException {
        init(String.valueOf(System.getenv("INIT")));
        while (true) {
            HttpURLConnection next = open("invocation/next");
            String event = body(next.getInputStream());
            String id = next.getHeaderField("Lambda-Runtime-Aws-Request-Id");
            handle(id, event, next);
        }
    }

    private static void init(String how) throws IOException {
        switch (how) {
            case "error" -> {
                post("init/error", "{\"errorMessage\":\"no luck\",\"errorType\":\"Test.Init\"}");
                Runtime.getRuntime().halt(1);
            }
            case "exit" -> {
                System.err.println("cannot go on");
                Runtime.getRuntime().halt(7);
            }
            case "hang" -> Workload.hang();
            default -> {
            }
        }
    }

    private static void handle(String id, String event, HttpURLConnection next)
            throws IOException, InterruptedException {
        String path = event.replaceAll("(?s).*\"rawPath\":\"([^\"]*)\".*", "$1");
        String pid = "{\"pid\":%d}".formatted(ProcessHandle.current().pid());
        switch (path) {
            case "/echo" -> respond(id, event);
            case "/slow" -> {
                TimeUnit.MILLISECONDS.sleep(500);
                respond(id, pid);
            }
            case "/hang" -> Workload.hang();
            case "/crash" -> Runtime.getRuntime().halt(3);
            case "/error" ->
                post("invocation/" + id + "/error", "{\"errorMessage\":\"bad\",\"errorType\":\"Test.Bad\"}");
            case "/malformed" -> respond(id, "not json");
            case "/big" -> respond(id, "\"" + "x".repeat(7 * 1024 * 1024) + "\"");
            case "/headers" -> respond(id, "{\"deadline\":%s,\"arn\":\"%s\",\"trace\":\"%s\"}".formatted(
                    next.getHeaderField("Lambda-Runtime-Deadline-Ms"),
                    next.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"),
                    next.getHeaderField("Lambda-Runtime-Trace-Id")));
            case "/wrong-id" -> {
                int status = post("invocation/nonsense/response", "{}");
                respond(id, "{\"status\":%d}".formatted(status));
            }
            case "/cookies" -> respond(id, """
                    {"statusCode":201,"headers":{"Content-Type":"text/x","Connection":"close"},
                     "cookies":["a=1; Path=/","b=2"],"isBase64Encoded":true,"body":"aGk="}""");
            default -> respond(id, pid);
        }
    }

    private static void respond(String id, String body) throws IOException {
        post("invocation/" + id + "/response", body);
    }

    private static int post(String path, String body) throws IOException {
        HttpURLConnection connection = open(path);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(Workload.utf8(body).length);
        connection.getOutputStream().write(Workload.utf8(body));
        int status = connection.getResponseCode();
        InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        body(answer);
        return status;
    }

    private static HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) URI.create(BASE + path).toURL().openConnection();
    }

    private static String body(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
