package dev.lambdaflex.proxy;

import dev.lambdaflex.weights.split.Tier;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;

/**
 * An upstream, made ready for the client.
 *
 * @param options never changed after it was built: all requests to the upstream share it, on all event loops
 */
record Target(Upstream upstream, RequestOptions options) {

    static Target of(Upstream upstream, Duration connectTimeout) {
        RequestOptions options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(upstream.port(), upstream.host()))
                .setHost(nameForTls(upstream))
                .setPort(upstream.port())
                .setSsl(upstream.tls())
                .setConnectTimeout(connectTimeout.toMillis());
        return new Target(upstream, options);
    }

    Tier tier() {
        return upstream.tier();
    }

    /** Never the client's own Host: it is part of the pool's key, and clients could open pools without end. */
    private static String nameForTls(Upstream upstream) {
        return upstream.tls() ? upstream.authority().map(HostName::nameOf).orElse(upstream.host()) : upstream.host();
    }
}
