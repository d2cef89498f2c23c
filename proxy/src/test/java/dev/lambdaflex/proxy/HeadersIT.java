package dev.lambdaflex.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lambdaflex.proxy.testing.EdgeRig;
import dev.lambdaflex.proxy.testing.Wire;
import dev.lambdaflex.proxy.testing.Wire.Answer;
import dev.lambdaflex.weights.split.Split;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class HeadersIT {

    private final CompletableFuture<HttpServerRequest> seen = new CompletableFuture<>();
    private @Nullable EdgeRig rig;

    @AfterEach
    void close() {
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    void headersOfTheConnectionAreNotSentOnToTheUpstream() throws Exception {
        MultiMap headers = headersSeenFor(UnaryOperator.identity(), """
                Connection: keep-alive, X-Nominated, Content-Length
                X-Nominated: 1
                Keep-Alive: timeout=5
                Proxy-Connection: keep-alive
                Proxy-Authorization: Basic eA==
                TE: trailers
                Trailer: X-T
                Upgrade: h2c
                HTTP2-Settings: AAMAAABkAAQAAP
                X-Kept: yes
                """);

        assertThat(headers.names()).doesNotContain("Connection", "X-Nominated", "Keep-Alive", "Proxy-Connection",
                "Proxy-Authorization", "TE", "Trailer", "Upgrade", "HTTP2-Settings");
        assertThat(headers.get("X-Kept")).isEqualTo("yes");
    }

    @Test
    void headersOfTheConnectionAreNotSentOnToTheClient() throws Exception {
        EdgeRig edge = rig(UnaryOperator.identity());
        edge.lambda.answerWith(request -> {
            request.response()
                    .headers()
                    .add("Connection", "keep-alive, X-Nominated")
                    .add("Keep-Alive", "timeout=5")
                    .add("X-Nominated", "1")
                    .add("Proxy-Authenticate", "Basic")
                    .add("X-Kept", "yes")
                    .add("Set-Cookie", "a=1")
                    .add("Set-Cookie", "b=2");
            request.response().end("body");
        });

        Answer answer = Wire.ask(edge.edge.port(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(answer.headers()).noneMatch(line -> line.toLowerCase(Locale.ROOT)
                .matches("(connection|keep-alive|x-nominated|proxy-authenticate|transfer-encoding):.*"));
        assertThat(answer.header("x-kept")).contains("yes");
        assertThat(answer.all("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(answer.body()).isEqualTo("body");
    }

    @Test
    void theUpstreamLearnsWhoAskedAndForWhatHost() throws Exception {
        MultiMap headers = headersSeenFor(UnaryOperator.identity(), "");

        assertThat(headers.get("Host")).isEqualTo("pets.example:81");
        assertThat(headers.get("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(headers.get("X-Forwarded-Host")).isEqualTo("pets.example:81");
        assertThat(headers.get("X-Forwarded-Port"))
                .isEqualTo(Integer.toString(rig(UnaryOperator.identity()).edge.port()));
        assertThat(headers.get("Via")).startsWith("1.1 lambdaflex-");
    }

    @Test
    void whatAStrangerClaimsOfItsOriginIsReplaced() throws Exception {
        MultiMap headers = headersSeenFor(UnaryOperator.identity(), FORGED);

        assertThat(headers.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.getAll("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.getAll("X-Forwarded-Host")).containsExactly("pets.example:81");
        assertThat(headers.names()).doesNotContain("Forwarded", "X-Real-IP", "X_Forwarded_For",
                "X-LambdaFlex-Anything");
    }

    @Test
    void whatABalancerOfOursSaysIsExtended() throws Exception {
        MultiMap headers = headersSeenFor(config -> config.withTrustForwarded(true), FORGED);

        assertThat(headers.getAll("X-Forwarded-For")).containsExactly("6.6.6.6, 7.7.7.7, 127.0.0.1");
        assertThat(headers.getAll("X-Forwarded-Proto")).containsExactly("https");
        assertThat(headers.getAll("X-Forwarded-Host")).containsExactly("bank.example");
        assertThat(headers.get("X-Real-IP")).isEqualTo("6.6.6.6");
        assertThat(headers.names()).doesNotContain("Forwarded");
    }

    @Test
    void anUpstreamWithANameOfItsOwnSeesThatName() throws Exception {
        EdgeRig edge = rig(UnaryOperator.identity());
        edge.lambda.answerWith(request -> request.response().end(request.getHeader("Host")));
        Upstream named = new Upstream(Tier.LAMBDA, "127.0.0.1", edge.lambda.port(), false, Optional.of("x.on.aws"));
        edge.weights.set(Split.ALL_LAMBDA, Optional.of(named), Optional.empty());

        assertThat(edge.get("/").body()).isEqualTo("x.on.aws");
    }

    @Test
    void theTargetInAbsoluteFormCountsMoreThanTheHostHeader() throws Exception {
        EdgeRig edge = rig(UnaryOperator.identity());
        edge.lambda.answerWith(request -> request.response().end(request.getHeader("Host") + " " + request.uri()));

        assertThat(Wire.ask(edge.edge.port(), "GET http://b.example/x?y HTTP/1.1\r\nHost: a\r\n\r\n").body())
                .isEqualTo("b.example /x?y");
        assertThat(Wire.ask(edge.edge.port(), "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").body()).isEqualTo("a *");
        assertThat(Wire.ask(edge.edge.port(), "GET //a/../%2e?q=%00 HTTP/1.1\r\nHost: a\r\n\r\n").body())
                .isEqualTo("a //a/../%2e?q=%00");
    }

    @Test
    void testersChooseTheTierOnlyWhereThatIsAllowed() throws Exception {
        assertThat(tierFor(new RouteOverride.Off(), "x-lambdaflex-route: fargate\n")).isEqualTo("lambda");
        assertThat(tierFor(new RouteOverride.Open(), "x-lambdaflex-route: fargate\n")).isEqualTo("fargate");
        assertThat(tierFor(new RouteOverride.Open(), "x-lambdaflex-route: mars\n")).isEqualTo("lambda");
        RouteOverride keyed = new RouteOverride.Keyed("open sesame");
        assertThat(tierFor(keyed, "x-lambdaflex-route: fargate\n")).isEqualTo("lambda");
        assertThat(tierFor(keyed, "x-lambdaflex-route: fargate\nx-lambdaflex-route-key: guess\n")).isEqualTo("lambda");
        assertThat(tierFor(keyed, "x-lambdaflex-route: fargate\nx-lambdaflex-route-key: open sesame\n"))
                .isEqualTo("fargate");
    }

    private static final String FORGED = """
            X-Forwarded-For: 6.6.6.6
            x-forwarded-for: 7.7.7.7
            X-Forwarded-Proto: https
            X-Forwarded-Host: bank.example
            X_Forwarded_For: 8.8.8.8
            Forwarded: for=6.6.6.6
            X-Real-IP: 6.6.6.6
            X-LambdaFlex-Anything: 1
            """;

    /** The first request of a fresh edge at 1 %: Lambda's turn, unless the override counts. */
    private String tierFor(RouteOverride override, String lines) throws Exception {
        try (EdgeRig edge = new EdgeRig(config -> config.withRouteOverride(override))) {
            edge.split(Split.ofPercent(1));
            Answer answer = Wire.ask(edge.edge.port(), request(lines));
            assertThat(answer.status()).isEqualTo(200);
            return answer.body();
        }
    }

    private MultiMap headersSeenFor(UnaryOperator<EdgeConfig> config, String lines) throws Exception {
        EdgeRig edge = rig(config);
        edge.lambda.answerWith(request -> {
            seen.complete(request);
            edge.lambda.answerWithName(request);
        });
        Wire.ask(edge.edge.port(), request(lines));
        return seen.get(5, TimeUnit.SECONDS).headers();
    }

    private EdgeRig rig(UnaryOperator<EdgeConfig> config) {
        EdgeRig current = rig;
        if (current == null) {
            current = new EdgeRig(config);
            rig = current;
        }
        return current;
    }

    private static String request(String lines) {
        return "GET / HTTP/1.1\r\nHost: pets.example:81\r\n" + lines.replace("\n", "\r\n") + "\r\n";
    }
}
