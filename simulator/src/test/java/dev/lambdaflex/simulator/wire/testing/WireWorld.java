package dev.lambdaflex.simulator.wire.testing;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.model.Cloud;
import dev.lambdaflex.simulator.model.testing.TestCloud;
import dev.lambdaflex.simulator.wire.WireService;
import dev.lambdaflex.simulator.wire.server.WireServer;
import dev.lambdaflex.simulator.wire.signature.AccessKeys;
import io.vertx.core.Vertx;

/** A cloud whose time is virtual and whose wire is real HTTP. */
public final class WireWorld implements AutoCloseable {

    private final TestCloud world = new TestCloud(21);
    private final Vertx vertx = Vertx.vertx();
    private final WireServer server;
    private final Map<String, Caller> callers = new HashMap<>();

    public WireWorld(List<Function<Cloud, WireService>> services) {
        List<WireService> made = services.stream().map(service -> service.apply(world.cloud())).toList();
        server = WireServer
                .listen(vertx, new Endpoint("127.0.0.1", 0), made, AccessKeys.of(AccessKeys.LOCAL), "us-east-1",
                        InstantSource.system())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public TestCloud world() {
        return world;
    }

    /** Calls a service of the Query protocol. */
    public Called call(String service, String action, Map<String, String> parameters) {
        StringBuilder form = new StringBuilder("Action=" + action);
        parameters.forEach((name, value) -> form.append('&').append(encoded(name)).append('=').append(encoded(value)));
        HttpResponse<String> answer = callers.computeIfAbsent(service, name -> new Caller(server.endpoint(), name))
                .call("POST", "/", form.toString(),
                        Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"));
        return new Called(answer.statusCode(), answer.body());
    }

    @Override
    public void close() {
        callers.values().forEach(Caller::close);
        server.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An answer, and what stands in its XML. */
    public record Called(int status, String body) {

        /** The texts of all elements of that name, in their order. */
        public List<String> all(String element) {
            List<String> found = new ArrayList<>();
            Matcher matcher = Pattern.compile("<%1$s>([^<]*)</%1$s>".formatted(element)).matcher(body);
            while (matcher.find()) {
                found.add(matcher.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
            }
            return found;
        }

        /** The text of the first element of that name. */
        public String first(String element) {
            List<String> found = all(element);
            if (found.isEmpty()) {
                throw new AssertionError("no <%s> in %s".formatted(element, body));
            }
            return found.getFirst();
        }

        /** {@code 400 ValidationError: text}. */
        public String refusal() {
            return "%d %s: %s".formatted(status, first("Code"), first("Message"));
        }
    }
}
