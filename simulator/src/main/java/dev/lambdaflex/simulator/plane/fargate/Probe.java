package dev.lambdaflex.simulator.plane.fargate;

import dev.lambdaflex.simulator.plane.Endpoint;
import dev.lambdaflex.simulator.plane.Loop;
import dev.lambdaflex.simulator.plane.PlaneTimings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * Asks one server for {@code /readyz} again and again and remembers the latest result. How many results make a target
 * healthy or unhealthy is for the target group to say.
 */
final class Probe {

    private static final int OK = 200;

    private final Prober prober;
    private final Endpoint endpoint;
    private final RequestOptions question;
    private volatile boolean passed;
    private volatile boolean stopped;

    /** What all probes share. */
    static final class Prober {
        private final Loop loop;
        private final PlaneTimings timings;
        private final HttpClient client;

        Prober(Loop loop, PlaneTimings timings) {
            this.loop = loop;
            this.timings = timings;
            // As with AWS the connection is closed after each check, so that each check proves that the server accepts.
            this.client = loop.vertx().createHttpClient(new HttpClientOptions().setKeepAlive(false));
        }

        Probe start(Endpoint endpoint) {
            Probe probe = new Probe(this, endpoint);
            loop.execute(probe::ask);
            return probe;
        }
    }

    private Probe(Prober prober, Endpoint endpoint) {
        this.prober = prober;
        this.endpoint = endpoint;
        long limit = prober.timings.probeTimeout().toMillis();
        this.question = new RequestOptions().setMethod(HttpMethod.GET)
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setURI("/readyz")
                .setConnectTimeout(limit)
                .setIdleTimeout(limit);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    boolean passed() {
        return passed && !stopped;
    }

    void stop() {
        stopped = true;
    }

    private void ask() {
        if (stopped) {
            return;
        }
        prober.client.request(question)
                .compose(HttpClientRequest::send)
                .map(HttpClientResponse::statusCode)
                .map(status -> status == OK)
                .otherwise(false)
                .onSuccess(this::record);
    }

    private void record(boolean result) {
        passed = result;
        prober.loop.vertx().setTimer(prober.timings.probeInterval().toMillis(), _ -> ask());
    }
}
