package dev.lambdaflex.simulator.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/** The target in Vert.x' terms. Its defaults are 5 connections without an end of their life. */
final class Wire {

    private static final int CONNECT_MILLIS = 5_000;
    /** Well below the edge's idle time of 60 s: else it closes a connection just when it is used, and nobody is to blame. */
    private static final int KEEP_ALIVE_SECONDS = 15;
    /** Connections come and go during a run, as those of many clients would. */
    private static final int LIFETIME_SECONDS = 30;
    private static final int WITHOUT_BOUND = -1;
    /** With it the Host header is the name alone. */
    private static final int HTTP_PORT = 80;

    private Wire() {}

    static HttpClientAgent client(Vertx vertx, Target target) {
        // What waits for a connection is bounded by the requests in flight.
        PoolOptions pool = new PoolOptions()
                .setHttp1MaxSize(target.connections())
                .setMaxWaitQueueSize(WITHOUT_BOUND)
                .setMaxLifetime(LIFETIME_SECONDS);
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setPipelining(false)
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxRedirects(0)
                .setTcpNoDelay(true);
        return vertx.createHttpClient(options, pool);
    }

    static RequestOptions request(Target target) {
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(target.port(), target.host()))
                .setHost(target.authority())
                .setPort(HTTP_PORT);
    }
}
