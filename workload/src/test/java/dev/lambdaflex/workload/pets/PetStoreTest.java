package dev.lambdaflex.workload.pets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.workload.host.HostConfig;
import dev.lambdaflex.workload.host.HostContext;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.junit5.VertxExtension;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(VertxExtension.class)
class PetStoreTest {

    private static final HostConfig CONFIG = HostConfig
            .from(Map.of("LAMBDAFLEX_TIER", "fargate", "LAMBDAFLEX_INSTANCE", "i-1", "LAMBDAFLEX_MAX_BODY_BYTES",
                    "1000"));

    private WebClient client;

    @BeforeEach
    void open(Vertx vertx) {
        int port = vertx.createHttpServer()
                .requestHandler(PetStore.router(new HostContext(vertx, CONFIG)))
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        client = WebClient.create(vertx, new WebClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aPetLivesFromPostToDelete() {
        HttpResponse<Buffer> added = send(HttpMethod.POST, "/pets", "{\"name\":\"Finn\",\"species\":\"fish\"}");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.getHeader("location")).isEqualTo("/pets/6");
        assertThat(added.bodyAsJsonObject())
                .isEqualTo(new JsonObject("{\"id\":6,\"name\":\"Finn\",\"species\":\"fish\"}"));
        assertThat(
                send(HttpMethod.PUT, "/pets/6", "{\"name\":\"Finn\",\"species\":\"cod\",\"age\":3}").bodyAsJsonObject())
                .isEqualTo(get("/pets/6").bodyAsJsonObject());
        HttpResponse<Buffer> removed = send(HttpMethod.DELETE, "/pets/6", "");
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(get("/pets/6").statusCode()).isEqualTo(404);
    }

    @Test
    void theListComesInPages() {
        JsonObject page = get("/pets?after=1&limit=2").bodyAsJsonObject();
        assertThat(page.getInteger("total")).isEqualTo(5);
        assertThat(page.getJsonArray("pets").stream().map(pet -> ((JsonObject) pet).getInteger("id")))
                .containsExactly(2, 3);
    }

    @Test
    void theTierAndTheInstanceAreTold() {
        assertThat(get("/tier").bodyAsJsonObject())
                .isEqualTo(new JsonObject().put("tier", "fargate").put("instance", "i-1").put("served", 0));
        assertThat(get("/").bodyAsJsonObject().getString("tier")).isEqualTo("fargate");
    }

    @Test
    void theEchoReturnsTheTextAndItsHash() {
        JsonObject echo = get("/echo?text=h%C3%A9+%26%20%F0%9F%90%88").bodyAsJsonObject();
        assertThat(echo.getString("text")).isEqualTo("hé & 🐈");
        assertThat(get("/echo?text=abc").bodyAsJsonObject().getString("sha256"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(get("/echo?text=").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} {1} -> {2} {3}")
    @CsvSource(delimiter = '|', value = {
            "GET    | /pets/99         | 404 | pet 99: not here",
            "DELETE | /pets/99         | 404 | pet 99: not here",
            "PUT    | /pets/99         | 400 | body: empty (expected: a JSON object with name and species)",
            "GET    | /pets/first      | 400 | id: first (expected: a whole number)",
            "GET    | /pets?limit=0    | 400 | limit: 0 (expected: 1 to 100)",
            "GET    | /pets?after=x    | 400 | after: x (expected: 0 to 9223372036854775807)",
            "POST   | /pets            | 400 | body: empty (expected: a JSON object with name and species)",
            "GET    | /echo            | 400 | text: given 0 times (expected: once, as in /echo?text=hello)",
            "GET    | /echo?text=%zz   | 400 | /echo?text=%zz: cannot be read",
            "GET    | /%zz             | 400 | /%zz: cannot be read",
            "GET    | /dogs            | 404 | /dogs: no such path",
            "PATCH  | /pets/1          | 405 | PATCH: not allowed on /pets/1"})
    void aRefusalIsAProblemWithOneSentence(String method, String path, int status, String detail) {
        HttpResponse<Buffer> refused = client.request(HttpMethod.valueOf(method), path).send().await();
        assertThat(refused.getHeader("content-type")).isEqualTo("application/problem+json");
        JsonObject problem = refused.bodyAsJsonObject();
        assertThat(problem.getString("detail")).isEqualTo(detail);
        assertThat(problem.getInteger("status")).isEqualTo(refused.statusCode()).isEqualTo(status);
        assertThat(problem.getString("type")).isEqualTo("about:blank");
    }

    @Test
    void aRefusedMethodComesWithTheAllowedOnes() {
        assertThat(send(HttpMethod.PATCH, "/pets/1", "").getHeader("allow")).isEqualTo("DELETE, GET, PUT");
        assertThat(send(HttpMethod.DELETE, "/pets", "").getHeader("allow")).isEqualTo("GET, POST");
    }

    @Test
    void aBodyThatIsNoJsonByItsTypeIsRefused() {
        HttpResponse<Buffer> refused = client.post("/pets")
                .putHeader("content-type", "text/plain")
                .sendBuffer(Buffer.buffer("{}"))
                .await();
        assertThat(refused.statusCode()).isEqualTo(415);
    }

    @Test
    void theRouterHoldsBodiesToTheLimitByItself() {
        HttpResponse<Buffer> refused = send(HttpMethod.POST, "/pets", "{\"name\":\"" + "a".repeat(1000) + "\"}");
        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void theDocumentAndItsPageAreServedWithNothingFromElsewhere() {
        assertThat(get("/openapi.yaml").bodyAsString()).startsWith("openapi: 3.1.0");
        HttpResponse<Buffer> page = get("/docs");
        assertThat(page.getHeader("content-security-policy")).contains("default-src 'none'");
        assertThat(page.bodyAsString()).doesNotContain("http://", "https://").doesNotContainPattern("(src|href)=\"//");
    }

    private HttpResponse<Buffer> get(String path) {
        return send(HttpMethod.GET, path, "");
    }

    private HttpResponse<Buffer> send(HttpMethod method, String path, String json) {
        HttpRequest<Buffer> request = client.request(method, path);
        return (json.isEmpty()
                ? request.send()
                : request.putHeader("content-type", "application/json").sendBuffer(Buffer.buffer(json))).await();
    }
}
