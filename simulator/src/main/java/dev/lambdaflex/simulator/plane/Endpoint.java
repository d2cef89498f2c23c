package dev.lambdaflex.simulator.plane;

import io.vertx.core.net.SocketAddress;

/**
 * Where something listens or is to be reached.
 *
 * @param host a numeric loopback address, such as {@code 127.0.0.10}
 * @param port 0 where the operating system shall choose one
 */
public record Endpoint(String host, int port) {

    public Endpoint {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: '%s' (expected: an address such as 127.0.0.1)".formatted(host));
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: %d (expected: 0 to 65535)".formatted(port));
        }
    }

    public Endpoint withPort(int chosen) {
        return new Endpoint(host, chosen);
    }

    public SocketAddress socketAddress() {
        return SocketAddress.inetSocketAddress(port, host);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
