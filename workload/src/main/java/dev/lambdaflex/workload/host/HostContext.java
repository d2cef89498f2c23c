package dev.lambdaflex.workload.host;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;

/** What a {@link Workload} may know of the process that it lives in. */
public final class HostContext {

    private final Vertx vertx;
    private final HostConfig config;
    private final AtomicLong served = new AtomicLong();

    public HostContext(Vertx vertx, HostConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    public Vertx vertx() {
        return vertx;
    }

    public ServingTier tier() {
        return config.tier();
    }

    public String instance() {
        return config.instance();
    }

    /** The largest request body, for the app's body handler: the host itself can refuse only a declared length. */
    public int maxBodyBytes() {
        return config.maxBodyBytes();
    }

    /** Requests handed to the app so far, the present one included; probes do not count. */
    public long served() {
        return served.get();
    }

    /** Logs why a request failed and answers 500 without telling the client why. */
    public void answerFailure(HttpServerRequest request, Throwable failure) {
        HostLog.line("%s %s failed: %s".formatted(request.method(), request.uri(), HostLog.describe(failure)));
        new Problem(500, "the app failed on this request").send(request.response());
    }

    void countRequest() {
        served.incrementAndGet();
    }
}
