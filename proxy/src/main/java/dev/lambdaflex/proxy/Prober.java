package dev.lambdaflex.proxy;

import dev.lambdaflex.proxy.EdgeConfig.Probe;
import dev.lambdaflex.weights.routing.Outcome;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at each upstream from time to time, over connections of its own: a full pool must not look like a dead tier. */
final class Prober extends VerticleBase {

    private final EdgeShared shared;
    private final Probe probe;
    private @Nullable HttpClientAgent client;

    Prober(EdgeShared shared, Probe probe) {
        this.shared = shared;
        this.probe = probe;
    }

    @Override
    public Future<?> start() {
        client = vertx.createHttpClient(HttpSetup.client(shared.config()), HttpSetup.pool(shared.config()));
        vertx.setPeriodic(0, probe.interval().toMillis(), tick -> probeAll());
        return Future.succeededFuture();
    }

    private void probeAll() {
        Optional<EdgeWeights> weights = shared.router().current();
        weights.flatMap(EdgeWeights::lambda).ifPresent(this::probe);
        weights.flatMap(EdgeWeights::fargate).ifPresent(this::probe);
    }

    private void probe(Upstream upstream) {
        HttpClientAgent connected = client;
        if (connected == null) {
            return;
        }
        connected.request(Target.of(upstream, probe.timeout()).options())
                .onFailure(refused -> shared.router().observe(upstream.tier(), Outcome.REFUSED))
                .onSuccess(request -> ask(request, upstream));
    }

    private void ask(HttpClientRequest request, Upstream upstream) {
        request.setMethod(HttpMethod.GET).setURI(probe.path());
        upstream.authority().ifPresent(authority -> request.putHeader("host", authority));
        request.send()
                .compose(Prober::wholeAnswer)
                .timeout(probe.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(status -> shared.router().observe(upstream.tier(), outcome(status)))
                .onFailure(broken -> failed(request, upstream));
    }

    private void failed(HttpClientRequest request, Upstream upstream) {
        request.reset().onFailure(closed -> {});
        shared.router().observe(upstream.tier(), Outcome.GATEWAY_ERROR);
    }

    private static Future<Integer> wholeAnswer(HttpClientResponse response) {
        return response.body().map((Buffer body) -> response.statusCode());
    }

    private static Outcome outcome(int status) {
        return status < 500 ? Outcome.PROBE_ANSWERED : Outcome.GATEWAY_ERROR;
    }
}
