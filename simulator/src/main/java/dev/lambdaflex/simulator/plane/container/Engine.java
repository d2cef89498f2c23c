package dev.lambdaflex.simulator.plane.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The few calls of the Docker Engine API that are needed, over its socket. They block: not to be made on an event loop. */
public final class Engine {

    /** Engines from 25.0 on. What is used here is older, but newer engines refuse older versions. */
    private static final String VERSION = "/v1.44";
    /** Each container that runs holds one request that waits for its end. */
    private static final int CONNECTIONS = 256;

    private final Path socket;
    private final HttpClient client;

    public Engine(Vertx vertx, Path socket) {
        this.socket = socket;
        this.client = vertx.createHttpClient(new HttpClientOptions(),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** What is known of a container, as {@code docker inspect} shows it. */
    public JsonObject inspect(String container) throws EngineException {
        return json(HttpMethod.GET, "/containers/" + encoded(container) + "/json");
    }

    /** Ids of all containers with that label, also of those that run no more. */
    public List<String> labelled(String label, String value) throws EngineException {
        JsonObject filters = new JsonObject().put("label", new JsonArray().add(label + "=" + value));
        return new JsonArray(call(HttpMethod.GET, "/containers/json?all=true&filters=" + encoded(filters.encode()))
                .body())
                .stream()
                .map(JsonObject.class::cast)
                .map(container -> container.getString("Id"))
                .toList();
    }

    /** Kills it if it runs, and removes it with its anonymous volumes; nothing is done when it is gone. */
    public void remove(String container) throws EngineException {
        unlessGone(HttpMethod.DELETE, "/containers/" + encoded(container) + "?force=true&v=true");
    }

    String create(String name, JsonObject what) throws EngineException {
        return asked(HttpMethod.POST, "/containers/create?name=" + encoded(name), what).json().getString("Id");
    }

    void start(String container) throws EngineException {
        call(HttpMethod.POST, "/containers/" + container + "/start");
    }

    void signal(String container, String signal) throws EngineException {
        unlessGone(HttpMethod.POST, "/containers/" + container + "/kill?signal=" + signal);
    }

    /** Completes with the exit code once the container is removed. To be asked before it is started. */
    Future<Integer> removed(String container) {
        return send(HttpMethod.POST, "/containers/" + container + "/wait?condition=removed", null)
                .compose(answer -> answer.status() < 400
                        ? Future.succeededFuture(answer.json().getInteger("StatusCode"))
                        : Future.failedFuture(
                                EngineException.refused("the question for its end", answer.status(), answer.reason())));
    }

    /** A stream to its standard input and from its outputs. To be opened before it is started. */
    Attachment attach(String container) throws IOException {
        return Attachment.open(socket,
                VERSION + "/containers/" + container + "/attach?stream=1&stdin=1&stdout=1&stderr=1");
    }

    private record Answer(int status, Buffer body) {
        JsonObject json() {
            return body.toJsonObject();
        }

        String reason() {
            try {
                return json().getString("message", "");
            } catch (DecodeException _) {
                return body.toString();
            }
        }
    }

    private JsonObject json(HttpMethod method, String path) throws EngineException {
        return call(method, path).json();
    }

    private Answer call(HttpMethod method, String path) throws EngineException {
        return asked(method, path, null);
    }

    private void unlessGone(HttpMethod method, String path) throws EngineException {
        try {
            call(method, path);
        } catch (EngineException e) {
            if (!e.isGone()) {
                throw e;
            }
        }
    }

    private Answer asked(HttpMethod method, String path, @Nullable JsonObject body)
            throws EngineException {
        Answer answer;
        try {
            answer = send(method, path, body).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw EngineException.unreachable(socket.toString(), e.getCause() == null ? e : e.getCause());
        }
        if (answer.status() >= 400) {
            throw EngineException.refused(method + " " + path, answer.status(), answer.reason());
        }
        return answer;
    }

    private Future<Answer> send(HttpMethod method, String path,
            @Nullable JsonObject body) {
        RequestOptions to = new RequestOptions().setMethod(method)
                .setServer(SocketAddress.domainSocketAddress(socket.toString()))
                .setHost("docker")
                .setPort(80)
                .setURI(VERSION + path);
        return client.request(to)
                .compose(request -> body == null
                        ? request.send()
                        : request.putHeader("Content-Type", "application/json").send(body.toBuffer()))
                .compose(response -> response.body().map(read -> new Answer(response.statusCode(), read)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
