package dev.lambdaflex.provisioner.api;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the control API listens and who may ask it.
 *
 * @param host   the address to bind
 * @param port   the port to bind; 0 takes any free one
 * @param token  the secret that writes need
 * @param remote whether addresses of other machines may be bound; reads need the token, too, then
 * @param names  the Host names that are answered besides the loopback ones, without port or with the one that clients see
 */
public record ApiConfig(String host, int port, Token token, boolean remote, Set<String> names) {

    public static final String LOOPBACK = "127.0.0.1";

    public ApiConfig {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: %d (expected: 0 to 65535)".formatted(port));
        }
        if (!remote && !loopback(host)) {
            throw new IllegalArgumentException(
                    "host: %s (expected: a loopback address such as 127.0.0.1, unless remote access is allowed explicitly)"
                            .formatted(host));
        }
    }

    /** For this machine alone. */
    public static ApiConfig local(int port, Token token) {
        return new ApiConfig(LOOPBACK, port, token, false, Set.of());
    }

    private static boolean loopback(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
