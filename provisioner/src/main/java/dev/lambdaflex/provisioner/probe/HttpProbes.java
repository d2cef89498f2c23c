package dev.lambdaflex.provisioner.probe;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.lambdaflex.provisioner.reconcile.CloudException;
import dev.lambdaflex.provisioner.reconcile.Probes;
import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

/**
 * Asks a tier for its readiness path under the app's public name, at the tier's own address. Each probe opens a connection of
 * its own, as a load balancer's does: a kept one would say nothing about new ones. To be called from a virtual thread, for it
 * waits.
 */
public final class HttpProbes implements Probes {

    private final WebClient client;
    private final Locator locator;
    private final ProbeSettings settings;

    /** Probes by {@code settings}; {@code locator} finds where a target listens. */
    public HttpProbes(Vertx vertx, Locator locator, ProbeSettings settings) {
        this.client = WebClient.create(vertx, new WebClientOptions().setKeepAlive(false)
                .setFollowRedirects(false)
                .setConnectTimeout(Math.toIntExact(settings.timeout().toMillis()))
                .setUserAgent("lambdaflex-probe"));
        this.locator = locator;
        this.settings = settings;
    }

    @Override
    public boolean answers(Tier tier, String target) {
        Duration timeout = settings.timeout();
        Locator.Door door = locator.find(tier, target);
        Future<Boolean> answer = client
                .request(HttpMethod.GET, door.address(), door.address().port(), settings.publicName(), settings.path())
                .ssl(door.tls())
                .timeout(timeout.toMillis())
                .send()
                .map(response -> response.statusCode() / 100 == 2)
                .otherwise(false);
        try {
            // Twice the timeout of the request itself: it has its own, this one is for a client that died.
            return answer.toCompletionStage().toCompletableFuture().get(timeout.toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CloudException("the probe of %s could not be made".formatted(tier.label()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException("the probe of %s was interrupted".formatted(tier.label()), e);
        }
    }
}
