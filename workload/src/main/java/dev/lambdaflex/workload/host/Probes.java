package dev.lambdaflex.workload.host;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * {@code /healthz}: the process lives, do not kill it. {@code /readyz}: send requests. A stopping process is alive and not
 * ready; a misbehaving one (see {@link Drill}) is alive and fails its readiness.
 */
final class Probes {

    private static final Set<HttpMethod> ASKING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Readiness readiness;
    private final Drill drill;

    Probes(Readiness readiness, Drill drill) {
        this.readiness = readiness;
        this.drill = drill;
    }

    /** Answers if the request is a probe. */
    boolean answers(HttpServerRequest request) {
        String path = request.path();
        if ("/healthz".equals(path)) {
            answer(request, 200, "ok");
        } else if ("/readyz".equals(path)) {
            answerReadiness(request);
        } else {
            return false;
        }
        return true;
    }

    private void answerReadiness(HttpServerRequest request) {
        if (drill.isOn()) {
            answer(request, 503, "drill");
        } else if (readiness.isStopping()) {
            answer(request, 503, "stopping");
        } else {
            answer(request, 200, "ready");
        }
    }

    private static void answer(HttpServerRequest request, int status, String word) {
        if (!ASKING.contains(request.method())) {
            request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            new Problem(405, "method: %s (expected: GET or HEAD)".formatted(request.method())).send(request.response());
            return;
        }
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end("{\"status\":\"" + word + "\"}")
                .onFailure(gone -> HostLog.line("prober left: " + gone.getMessage()));
    }
}
