package dev.lambdaflex.workload.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lambdaflex.workload.testing.Events;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same request, once straight to the server and once as an event through the whole Lambda way: the app has to see the
 * same, and the client has to get the same.
 */
@ExtendWith(VertxExtension.class)
class TierParityTest {

    private static final byte[] BINARY = {0, 1, (byte) 0xFF, (byte) 0xFE, 13, 10};

    private Vertx vertx;
    private int port;
    private HttpClient client;
    private EventHandler lambda;

    @BeforeEach
    void startMirror(Vertx shared) {
        vertx = shared;
        port = vertx.createHttpServer()
                .requestHandler(TierParityTest::mirror)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        client = vertx.createHttpClient();
        lambda = new EventHandler(new Loopback(vertx, port, 1), false);
    }

    @AfterEach
    void closeClient() {
        client.close().await();
    }

    @ParameterizedTest(name = "{0} {1}?{2}")
    @MethodSource("requests")
    void bothWaysLookTheSameToTheAppAndToTheClient(String method, String path, String query, String cookie,
            byte[] body) throws Exception {
        JsonObject direct = direct(method, path, query, cookie, body);
        JsonObject event = Events.request(method, path, query);
        if (!cookie.isEmpty()) {
            event.put("cookies", new JsonArray(List.of(cookie.split("; ", -1))));
        }
        if (body.length > 0) {
            event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
        }
        Outcome outcome = lambda.handle(new Invocation("1", Optional.empty(), Optional.empty(), event.toBuffer()),
                Instant.EPOCH);
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        assertThat(asClientSees(((Outcome.Answered) outcome).result().toJsonObject())).isEqualTo(direct);
    }

    static Stream<Arguments> requests() {
        byte[] none = {};
        return Stream.of(
                arguments("GET", "/", "", "", none),
                arguments("GET", "/a%20b/%2F/%E6%97%A5", "a=1&a=2&b=%26&c=+&d", "", none),
                arguments("GET", "/;v=1,2/~x/(y)", "x[]=1&y={}", "", none),
                arguments("GET", "/cookies", "", "a=1; b=two; c=", none),
                arguments("HEAD", "/head", "", "", none),
                arguments("DELETE", "/gone", "", "", none),
                arguments("OPTIONS", "/options", "", "", none),
                arguments("PROPFIND", "/dav", "", "", none),
                arguments("POST", "/text", "", "", Buffer.buffer("Zoë says \"hi\"\n").getBytes()),
                arguments("PUT", "/binary", "", "", BINARY),
                arguments("PATCH", "/large", "", "", new byte[300_000]),
                arguments("POST", "/empty", "", "", none));
    }

    /** Answers with what it saw, several cookies and headers, and the body it got. */
    private static void mirror(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            request.response()
                    .setStatusCode(request.method().equals(HttpMethod.POST) ? 201 : 203)
                    .putHeader("x-seen", request.method() + " " + request.uri())
                    .putHeader("x-seen-headers", seen(request.headers()))
                    .addCookie(Cookie.cookie("first", "1").setPath("/"))
                    .addCookie(Cookie.cookie("second", "2").setHttpOnly(true))
                    .putHeader("content-type", "application/octet-stream")
                    .end(body)
                    .onFailure(failure -> request.connection().close());
        }).onFailure(failure -> request.connection().close());
    }

    private static String seen(MultiMap headers) {
        TreeMap<String, String> sorted = new TreeMap<>();
        headers.forEach((name, value) -> sorted.merge(name.toLowerCase(Locale.ROOT), value, (a, b) -> a + "|" + b));
        return sorted.toString();
    }

    private JsonObject direct(String method, String path, String query, String cookie, byte[] body) throws Exception {
        RequestOptions options = new RequestOptions().setHost("127.0.0.1")
                .setPort(port)
                .setMethod(HttpMethod.valueOf(method))
                .setURI(query.isEmpty() ? path : path + "?" + query)
                .putHeader("host", "api.example.com")
                .putHeader("x-forwarded-for", "192.0.2.1");
        if (!cookie.isEmpty()) {
            options.putHeader("cookie", cookie);
        }
        Promise<JsonObject> answer = Promise.promise();
        // On a loop, so that no answer ends before its body is listened to.
        vertx.runOnContext(_ -> client.request(options)
                .compose(request -> (body.length == 0 ? request.send() : request.send(Buffer.buffer(body)))
                        .compose(response -> response.body()
                                .map(bytes -> new LambdaResponse(response.statusCode(), response.headers(), bytes))))
                .map(response -> asClientSees(HttpApiResult.write(response).toJsonObject()))
                .onComplete(answer));
        return answer.future().await(20, TimeUnit.SECONDS);
    }

    private static JsonObject asClientSees(JsonObject result) {
        boolean base64 = result.getBoolean("isBase64Encoded");
        String body = result.getString("body");
        byte[] bytes = base64 ? Base64.getDecoder().decode(body) : Buffer.buffer(body).getBytes();
        return result.copy().put("body", Base64.getEncoder().encodeToString(bytes));
    }
}
