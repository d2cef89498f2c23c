package dev.lambdaflex.proxy;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.TimeUnit;

/**
 * The configuration in Vert.x' terms. Its defaults do not fit an edge: 5 connections to an upstream, an endless queue for
 * them, no end of their life, 4 KB for a request line, and HTTP/2 in clear text.
 */
final class HttpSetup {

    /** Answers may have longer heads than requests: a load balancer allows 64 KB. */
    private static final int RESPONSE_HEADER_BYTES = 65_536;

    private static final int POOL_CLEANER_MILLIS = 1_000;

    private HttpSetup() {}

    static HttpServerOptions server(EdgeConfig config) {
        return new HttpServerOptions()
                .setMaxInitialLineLength(config.limits().requestLineBytes())
                .setMaxHeaderSize(config.limits().headerBytes())
                .setIdleTimeout((int) config.timeouts().idle().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(false)
                .setTcpNoDelay(true)
                .setAcceptBacklog(4_096);
    }

    /** HTTP/1.1 without pipelining: one slow answer must not hold up others, and a reset must hit one request alone. */
    static HttpClientOptions client(EdgeConfig config) {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setPipelining(false)
                .setKeepAlive(true)
                .setKeepAliveTimeout((int) config.pool().keepAlive().toSeconds())
                .setConnectTimeout((int) config.timeouts().connect().toMillis())
                .setIdleTimeout((int) config.timeouts().idle().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxInitialLineLength(config.limits().requestLineBytes())
                .setMaxHeaderSize(RESPONSE_HEADER_BYTES)
                .setDecompressionSupported(false)
                .setTcpNoDelay(true);
    }

    static PoolOptions pool(EdgeConfig config) {
        return new PoolOptions()
                .setHttp1MaxSize(config.pool().size())
                .setMaxWaitQueueSize(config.pool().waitQueue())
                .setMaxLifetime((int) config.pool().maxLifetime().toSeconds())
                .setMaxLifetimeUnit(TimeUnit.SECONDS)
                .setCleanerPeriod(POOL_CLEANER_MILLIS);
    }
}
