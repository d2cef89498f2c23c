package dev.lambdaflex.proxy;

import dev.lambdaflex.proxy.EdgeConfig.Probe;
import dev.lambdaflex.weights.routing.Outcome;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at each upstream from time to time, over connections of its own: a full pool must not look like a dead tier. */
final class Prober extends VerticleBase {

    private final EdgeShared shared;
    private final Probe probe;
    private @Nullable WebClient client;

    Prober(EdgeShared shared, Probe probe) {
        this.shared = shared;
        this.probe = probe;
    }

    @Override
    public Future<?> start() {
        WebClient web = WebClient.create(vertx, new WebClientOptions(HttpSetup.client(shared.config()))
                .setFollowRedirects(false));
        client = web;
        vertx.setPeriodic(0, probe.interval().toMillis(), tick -> probeAll(web));
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        WebClient web = client;
        if (web != null) {
            web.close();
        }
        return Future.succeededFuture();
    }

    private void probeAll(WebClient web) {
        Optional<EdgeWeights> weights = shared.router().current();
        weights.flatMap(EdgeWeights::lambda).ifPresent(upstream -> probe(web, upstream));
        weights.flatMap(EdgeWeights::fargate).ifPresent(upstream -> probe(web, upstream));
    }

    private void probe(WebClient web, Upstream upstream) {
        request(web, upstream).send()
                .map(response -> outcome(response.statusCode()))
                .otherwise(Prober::outcome)
                .onComplete(outcome -> shared.router().observe(upstream.tier(), outcome.result()));
    }

    private HttpRequest<?> request(WebClient web, Upstream upstream) {
        SocketAddress server = SocketAddress.inetSocketAddress(upstream.port(), upstream.host());
        String name = upstream.authority().map(HostName::nameOf).orElse(upstream.host());
        return web.request(HttpMethod.GET, server, upstream.port(), name, probe.path())
                .ssl(upstream.tls())
                .timeout(probe.timeout().toMillis());
    }

    private static Outcome outcome(int status) {
        return status < 500 ? Outcome.PROBE_ANSWERED : Outcome.GATEWAY_ERROR;
    }

    private static Outcome outcome(Throwable cause) {
        boolean nothingThere = cause instanceof ConnectException || cause instanceof UnknownHostException;
        return nothingThere ? Outcome.REFUSED : Outcome.GATEWAY_ERROR;
    }
}
