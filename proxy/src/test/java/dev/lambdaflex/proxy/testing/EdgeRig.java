package dev.lambdaflex.proxy.testing;

import dev.lambdaflex.proxy.Edge;
import dev.lambdaflex.proxy.EdgeConfig;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An edge on two event loops between a client and two upstreams, on loopback ports that the system chose. */
public final class EdgeRig implements AutoCloseable {

    public final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(4));
    public final StubTier lambda = StubTier.start(vertx, Tier.LAMBDA);
    public final StubTier fargate = StubTier.start(vertx, Tier.FARGATE);
    public final SettableWeights weights = new SettableWeights();
    public final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    public final Edge edge;

    public EdgeRig(UnaryOperator<EdgeConfig> change) {
        weights.set(Split.ALL_LAMBDA, Optional.of(lambda.upstream()), Optional.of(fargate.upstream()));
        edge = Edge.start(vertx, change.apply(EdgeConfig.defaults(0, 0).withEventLoops(2)), weights).await();
    }

    public static EdgeRig withDefaults() {
        return new EdgeRig(UnaryOperator.identity());
    }

    public void split(Split split) {
        weights.set(split, Optional.of(lambda.upstream()), Optional.of(fargate.upstream()));
    }

    public StubTier stub(Tier tier) {
        return tier == Tier.LAMBDA ? lambda : fargate;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> admin(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + edge.adminPort() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    public static String tierOf(HttpResponse<?> response) {
        return response.headers().firstValue("x-lambdaflex-tier").orElse("none");
    }

    @Override
    public void close() {
        client.close();
        vertx.close().await();
    }
}
