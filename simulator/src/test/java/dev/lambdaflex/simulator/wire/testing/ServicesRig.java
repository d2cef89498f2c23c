package dev.lambdaflex.simulator.wire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.model.testing.TestCloud;
import dev.lambdaflex.simulator.wire.Account;
import dev.lambdaflex.simulator.wire.cloudwatch.CloudWatchWire;
import dev.lambdaflex.simulator.wire.ecs.EcsWire;
import dev.lambdaflex.simulator.wire.lambda.FunctionFacts;
import dev.lambdaflex.simulator.wire.lambda.Invokers;
import dev.lambdaflex.simulator.wire.lambda.LambdaWire;
import dev.lambdaflex.simulator.wire.server.WireServer;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/** ECS, Lambda and CloudWatch of a cloud of virtual time, behind a real socket. */
public final class ServicesRig implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestCloud cloud = new TestCloud(5);
    private final WireServer server;

    public ServicesRig() {
        this(Invokers.NONE);
    }

    public ServicesRig(Invokers invokers) {
        Account account = Account.defaults();
        FunctionFacts facts = FunctionFacts.of("123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:1", cloud.now());
        server = awaited(WireServer.listen(vertx, new Endpoint("127.0.0.1", 0),
                List.of(new EcsWire(account, cloud.cloud()), new LambdaWire(account, cloud.cloud(), facts, invokers),
                        new CloudWatchWire(cloud.cloud())),
                AccessKeys.of(AccessKeys.LOCAL), account.region(), InstantSource.system()));
    }

    /** An answer. */
    public record Answer(int status, Map<String, List<String>> headers, Buffer body) {

        public String text() {
            return body.toString();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body.getBytes());
            } catch (IOException broken) {
                throw new UncheckedIOException(text(), broken);
            }
        }

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    public TestCloud cloud() {
        return cloud;
    }

    public Answer call(String service, String method, String pathAndQuery, String body, Map<String, String> headers) {
        return call(service, method, pathAndQuery, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer call(String service, String method, String pathAndQuery, byte[] body, Map<String, String> headers) {
        URI uri = URI.create("http://" + server.endpoint() + pathAndQuery);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        Signer.of(AccessKeys.LOCAL.id(), AccessKeys.LOCAL.secret(), service)
                .sign(method, uri, body, Instant.now())
                .forEach(request::setHeader);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers().map(), Buffer.buffer(answer.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
        awaited(server.close());
        awaited(vertx.close());
    }

    private static <T> T awaited(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
