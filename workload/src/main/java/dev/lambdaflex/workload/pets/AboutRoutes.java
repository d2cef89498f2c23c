package dev.lambdaflex.workload.pets;

import dev.lambdaflex.workload.host.HostContext;
import dev.lambdaflex.workload.host.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What this is, who serves it, and an echo by which a load generator sees that it got the answer to its own question. */
final class AboutRoutes {

    private final HostContext host;

    AboutRoutes(HostContext host) {
        this.host = host;
    }

    void addTo(Router router) {
        router.get("/").handler(this::about);
        router.get("/tier").handler(this::tier);
        router.get("/echo").handler(this::echo);
    }

    private void about(RoutingContext ctx) {
        Answers.json(ctx, 200, new JsonObject().put("name", "LambdaFlex pet store")
                .put("description", "One image, two homes: the same pets from AWS Lambda and from Fargate.")
                .put("tier", host.tier().label())
                .put("pets", "/pets")
                .put("docs", "/docs")
                .put("openapi", "/openapi.yaml"));
    }

    private void tier(RoutingContext ctx) {
        ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Answers.json(ctx, 200, new JsonObject().put("tier", host.tier().label())
                .put("instance", host.instance())
                .put("served", host.served()));
    }

    private void echo(RoutingContext ctx) {
        List<String> texts = ctx.queryParam("text");
        if (texts.size() != 1) {
            new Problem(400, "text: given %d times (expected: once, as in /echo?text=hello)".formatted(texts.size()))
                    .send(ctx.response());
            return;
        }
        String text = texts.getFirst();
        ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Answers.json(ctx, 200, new JsonObject().put("text", text).put("sha256", sha256(text)));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
