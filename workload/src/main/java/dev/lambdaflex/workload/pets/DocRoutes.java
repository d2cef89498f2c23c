package dev.lambdaflex.workload.pets;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The OpenAPI document and a page that shows it. Both are read when first asked for, not at a cold start. */
final class DocRoutes {

    /** The page loads nothing but the document, from its own origin. */
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void addTo(Router router) {
        router.get("/openapi.yaml").handler(ctx -> send(ctx, "openapi.yaml", "application/yaml"));
        router.get("/docs").handler(this::page);
    }

    private void page(RoutingContext ctx) {
        ctx.response().putHeader("content-security-policy", PAGE_POLICY);
        send(ctx, "docs.html", "text/html; charset=utf-8");
    }

    private static void send(RoutingContext ctx, String resource, String contentType) {
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, contentType).end(read(resource)).onFailure(ctx::fail);
    }

    private static Buffer read(String resource) {
        try (InputStream stream = DocRoutes.class.getResourceAsStream(resource)) {
            return Buffer.buffer(Objects.requireNonNull(stream, resource).readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(resource, broken);
        }
    }
}
