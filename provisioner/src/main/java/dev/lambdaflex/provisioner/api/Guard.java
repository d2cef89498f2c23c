package dev.lambdaflex.provisioner.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.lambdaflex.provisioner.page.Page;

/**
 * Stands before everything else. What it lets through is for a Host of ours, is an operation of the contract with a row in
 * the table of {@link Scope scopes}, comes with the token where that asks for it, not from a foreign web site, and has
 * JSON as its body.
 */
final class Guard implements SecurityPolicyHandler {

    /** Under which key the operation that was let through is kept. */
    static final String OPERATION = "lambdaflex.operation";

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    /** The operation that needs If-Match. */
    private static final String CONDITIONAL = "setWeights";
    private static final String JSON = "application/json";
    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    private final ApiConfig config;
    private final HostNames hosts;
    private final OpenAPIContract contract;
    private final Page page;
    private final ApiMetrics metrics;

    Guard(ApiConfig config, OpenAPIContract contract, Page page, ApiMetrics metrics) {
        this.config = config;
        this.hosts = new HostNames(config.names());
        this.contract = contract;
        this.page = page;
        this.metrics = metrics;
    }

    @Override
    public void handle(RoutingContext rc) {
        HttpServerRequest request = rc.request();
        HttpServerResponse response = rc.response();
        SECURITY_HEADERS.forEach(response::putHeader);
        long begun = System.nanoTime();
        response.endHandler(_ -> metrics.answered(operationOf(rc), response.getStatusCode(),
                Duration.ofNanos(System.nanoTime() - begun)));
        Optional<Reply> foreign = foreignHost(request);
        if (foreign.isPresent()) {
            refuse(rc, foreign.get());
        } else if (!page.answer(request)) {
            handleOperation(rc);
        }
    }

    private void handleOperation(RoutingContext rc) {
        Operation operation = contract.findOperation(rc.normalizedPath(), rc.request().method());
        Optional<Scope> scope = Optional.ofNullable(operation).flatMap(found -> Scope.of(found.getOperationId()));
        if (operation == null || scope.isEmpty()) {
            refuse(rc, noSuchOperation(rc));
            return;
        }
        rc.put(OPERATION, operation.getOperationId());
        Optional<Reply> refusal = foreignSite(rc.request())
                .or(() -> withoutToken(rc.request(), scope.get()))
                .or(() -> notJson(rc.request(), operation))
                .or(() -> withoutIfMatch(rc.request(), operation));
        if (refusal.isPresent()) {
            refuse(rc, refusal.get());
        } else {
            rc.next();
        }
    }

    private static String operationOf(RoutingContext rc) {
        String operation = rc.get(OPERATION);
        return operation == null ? "none" : operation;
    }

    private static void refuse(RoutingContext rc, Reply refusal) {
        LOG.warn("refused with {}: {} {} from {}", refusal.status(), rc.request().method(),
                SafeText.of(rc.request().path()), rc.request().remoteAddress().hostAddress());
        refusal.send(rc.response());
    }

    private Optional<Reply> foreignHost(HttpServerRequest request) {
        List<String> given = request.headers().getAll("Host");
        return hosts.accept(given, request.localAddress().port())
                ? Optional.empty()
                : Optional.of(Problem.of(421, "Host: %s (expected: the name this API is bound to, such as localhost:%d)"
                        .formatted(given.size() == 1 ? "'" + given.getFirst() + "'" : given.size() + " headers",
                                request.localAddress().port())));
    }

    private Reply noSuchOperation(RoutingContext rc) {
        Path path = contract.findPath(rc.normalizedPath());
        if (path == null) {
            return Problem.unknownPath(rc.normalizedPath());
        }
        String allowed = path.getOperations()
                .stream()
                .map(operation -> operation.getHttpMethod().name())
                .sorted()
                .collect(Collectors.joining(", "));
        return Problem.of(405, "method: %s (expected: %s)".formatted(rc.request().method(), allowed))
                .headers(Map.of("Allow", allowed));
    }

    private static Optional<Reply> foreignSite(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET)) {
            return Optional.empty();
        }
        String host = request.getHeader("Host");
        for (String origin : request.headers().getAll("Origin")) {
            if (!origin.equals("http://" + host) && !origin.equals("https://" + host)) {
                return Optional
                        .of(Problem.of(403, "Origin: '%s' (expected: none, or this API's own)".formatted(origin)));
            }
        }
        for (String site : request.headers().getAll("Sec-Fetch-Site")) {
            if (!site.equals("same-origin") && !site.equals("none")) {
                return Optional.of(
                        Problem.of(403, "Sec-Fetch-Site: '%s' (expected: same-origin or none)".formatted(site)));
            }
        }
        return Optional.empty();
    }

    private Optional<Reply> withoutToken(HttpServerRequest request, Scope scope) {
        return !scope.needsToken(config) || Bearer.carries(request.headers(), config.token())
                ? Optional.empty()
                : Optional.of(Problem.of(401, "Authorization: no valid token (expected: 'Bearer' and the token)")
                        .headers(Map.of("WWW-Authenticate", "Bearer")));
    }

    private static Optional<Reply> notJson(HttpServerRequest request, Operation operation) {
        String length = request.getHeader("Content-Length");
        boolean hasBody = request.getHeader("Transfer-Encoding") != null || (length != null && !length.equals("0"));
        if (operation.getRequestBody() == null || !hasBody) {
            return Optional.empty();
        }
        String type = request.getHeader("Content-Type");
        String media = type == null ? "" : type.split(";", 2)[0].strip();
        return media.equals(JSON)
                ? Optional.empty()
                : Optional.of(Problem.of(415, "Content-Type: '%s' (expected: %s)".formatted(media, JSON)));
    }

    private static Optional<Reply> withoutIfMatch(HttpServerRequest request, Operation operation) {
        return !operation.getOperationId().equals(CONDITIONAL) || request.headers().contains("If-Match")
                ? Optional.empty()
                : Optional
                        .of(Problem.of(428, "If-Match: missing (expected: the ETag of the weights, as GET gives it)"));
    }
}
