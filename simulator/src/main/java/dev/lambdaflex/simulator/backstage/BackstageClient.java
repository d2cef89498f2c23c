package dev.lambdaflex.simulator.backstage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import dev.lambdaflex.simulator.model.Fault;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.json.JsonObject;

/** The way through the door behind the stage of a cloud in another process, which may be dead at any moment. */
public final class BackstageClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Supplier<URI> door;

    /** A client; {@code door} tells where the cloud's door is, which a new process may have somewhere else. */
    public BackstageClient(Supplier<URI> door) {
        this.door = door;
    }

    /** What is there; empty while nobody answers. */
    public Optional<Scene> look() throws InterruptedException {
        return send(HttpRequest.newBuilder(door.get().resolve("/scene")).GET())
                .map(answer -> SceneJson.read(new JsonObject(answer.body())));
    }

    /** Lets the workload on {@code tier} be sick, or well again; false when nobody took the order. */
    public boolean sick(Tier tier, boolean whether) throws InterruptedException {
        return order("/sick/" + tier.label(), whether);
    }

    /** Lets something go wrong, or be right again; false when nobody took the order. */
    public boolean fault(Fault fault, boolean whether) throws InterruptedException {
        return order("/faults/" + fault.label(), whether);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private boolean order(String path, boolean whether) throws InterruptedException {
        return send(HttpRequest.newBuilder(door.get().resolve(path))
                .method(whether ? "PUT" : "DELETE", HttpRequest.BodyPublishers.noBody())).isPresent();
    }

    private Optional<HttpResponse<String>> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("the cloud's back door answered %d: %s".formatted(answer.statusCode(),
                        answer.body()));
            }
            return Optional.of(answer);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
