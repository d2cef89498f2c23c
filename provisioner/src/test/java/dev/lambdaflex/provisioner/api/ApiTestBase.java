package dev.lambdaflex.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.junit5.VertxExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A control API over {@link FakeApps} with the app {@code pets}, and a client of it. */
@ExtendWith(VertxExtension.class)
abstract class ApiTestBase {

    static final String SECRET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
    static final String PETS = "/v1/apps/pets";

    final FakeApps apps = new FakeApps().with("pets", FakeApps.SHIFTING);
    private @Nullable ControlApi api;
    private @Nullable WebClient client;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        api = await(ControlApi.start(vertx, config(), apps));
        client = WebClient.create(vertx);
    }

    ApiConfig config() {
        return ApiConfig.local(0, Token.of(SECRET));
    }

    @AfterEach
    void stop() throws Exception {
        client().close();
        await(api().close());
    }

    ControlApi api() {
        return Objects.requireNonNull(api);
    }

    WebClient client() {
        return Objects.requireNonNull(client);
    }

    HttpRequest<Buffer> request(String method, String path) {
        return client().request(HttpMethod.valueOf(method), api().port(), ApiConfig.LOOPBACK, path);
    }

    /** A request that may write. */
    HttpRequest<Buffer> write(String method, String path) {
        return request(method, path).putHeader("Authorization", "Bearer " + SECRET);
    }

    HttpResponse<Buffer> get(String path) throws Exception {
        return await(request("GET", path).send());
    }

    HttpResponse<Buffer> putWeights(String body) throws Exception {
        return await(write("PUT", PETS + "/weights").putHeader("If-Match", "\"12\"")
                .putHeader("Content-Type", "application/json")
                .sendBuffer(Buffer.buffer(body)));
    }

    HttpResponse<Buffer> post(String path, String body) throws Exception {
        return await(write("POST", path).putHeader("Content-Type", "application/json").sendBuffer(Buffer.buffer(body)));
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** That {@code response} is a problem of {@code status} with that sentence, and that nobody was asked for anything. */
    void assertRefused(HttpResponse<Buffer> response, int status, String sentence) {
        assertThat(response.statusCode()).as(response.bodyAsString()).isEqualTo(status);
        assertThat(response.getHeader("Content-Type")).isEqualTo("application/problem+json");
        JsonObject problem = response.bodyAsJsonObject();
        assertThat(problem.getString("type")).isEqualTo("about:blank");
        assertThat(problem.getString("title")).isNotEmpty();
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("detail")).contains(sentence).doesNotContain("\n", "Exception", "\tat ");
        assertThat(apps.asked).as("nothing was asked for").isEmpty();
    }
}
