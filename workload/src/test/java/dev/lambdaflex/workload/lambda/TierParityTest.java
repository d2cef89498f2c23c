package dev.lambdaflex.workload.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.workload.testing.Events;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The same request, once straight to the server and once as an event through the whole Lambda way: the app has to see the
 * same, and the client has to get the same.
 */
@ExtendWith(VertxExtension.class)
class TierParityTest {

    private Vertx vertx;
    private int port;
    private HttpClient client;
    private EventHandler lambda;

    @BeforeEach
    void startMirror(Vertx shared) {
        vertx = shared;
        port = vertx.createHttpServer(new HttpServerOptions().setMaxInitialLineLength(16_384).setMaxHeaderSize(32_768))
                .requestHandler(TierParityTest::mirror)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        client = vertx.createHttpClient(new HttpClientOptions().setMaxHeaderSize(32_768));
        lambda = new EventHandler(new Loopback(vertx, port, 1), false);
    }

    @AfterEach
    void closeClient() {
        client.close().await();
    }

    /** Each of three hundred, and a failure names its request. What may differ stands where the requests are made into events. */
    @Test
    void awkwardRequestsLookTheSameToTheAppAndToTheClientOnBothWays() throws Exception {
        for (AwkwardRequest request : AwkwardRequest.stream(20261124, 300).toList()) {
            JsonObject direct = direct(request);
            Invocation invocation = new Invocation("1", Optional.empty(), Optional.empty(), event(request).toBuffer());
            Outcome outcome = lambda.handle(invocation, Instant.EPOCH);
            assertThat(outcome).as(request.toString()).isInstanceOf(Outcome.Answered.class);
            assertThat(asClientSees(((Outcome.Answered) outcome).result().toJsonObject())).as(request.toString())
                    .isEqualTo(direct);
        }
    }

    /** As API Gateway writes it: names in lower case, cookies apart, any body as base64. */
    private static JsonObject event(AwkwardRequest request) {
        JsonObject event = Events.request(request.method(), request.path(), request.query());
        request.headers()
                .forEach(header -> event.getJsonObject("headers")
                        .put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        if (!request.cookie().isEmpty()) {
            event.put("cookies", new JsonArray(List.of(request.cookie().split("; ", -1))));
        }
        if (request.body().length() > 0) {
            event.put("body", Base64.getEncoder().encodeToString(request.body().getBytes()))
                    .put("isBase64Encoded", true);
        }
        return event;
    }

    /** Answers with what it saw, several cookies and headers, and the body it got. */
    private static void mirror(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            int status = Integer.parseInt(request.getHeader("x-want-status"));
            boolean bodiless = status == 204 || status == 304 || request.method().equals(HttpMethod.HEAD);
            HttpServerResponse response = request.response()
                    .setStatusCode(status)
                    .putHeader("x-seen", request.method() + " " + request.uri())
                    .putHeader("x-seen-headers", seen(request.headers()))
                    .putHeader("x-twice", List.<String>of("1", "2"))
                    .addCookie(Cookie.cookie("first", "1").setPath("/"))
                    .addCookie(Cookie.cookie("second", "2").setHttpOnly(true))
                    .putHeader("content-type", "application/octet-stream");
            Future<Void> ended = bodiless
                    ? response.end()
                    : response.end(AwkwardRequest.answer(request.getHeader("x-want-answer"), body));
            ended.onFailure(failure -> request.connection().close());
        }).onFailure(failure -> request.connection().close());
    }

    private static String seen(MultiMap headers) {
        TreeMap<String, String> sorted = new TreeMap<>();
        headers.forEach((name, value) -> sorted.merge(name.toLowerCase(Locale.ROOT), value, (a, b) -> a + "|" + b));
        return sorted.toString();
    }

    private JsonObject direct(AwkwardRequest asked) throws Exception {
        RequestOptions options = new RequestOptions().setHost("127.0.0.1")
                .setPort(port)
                .setMethod(HttpMethod.valueOf(asked.method()))
                .setURI(asked.query().isEmpty() ? asked.path() : asked.path() + "?" + asked.query())
                .putHeader("host", "api.example.com")
                .putHeader("x-forwarded-for", "192.0.2.1");
        asked.headers().forEach(header -> options.addHeader(header.getKey(), header.getValue()));
        if (!asked.cookie().isEmpty()) {
            options.putHeader("cookie", asked.cookie());
        }
        Buffer body = asked.body();
        Promise<JsonObject> answer = Promise.promise();
        // On a loop, so that no answer ends before its body is listened to.
        vertx.runOnContext(_ -> client.request(options)
                .compose(request -> (body.length() == 0 ? request.send() : request.send(body))
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
