package dev.lambdaflex.provisioner.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names under which the API answers. A web page can let its own name resolve to 127.0.0.1 and so reach what listens
 * there; the Host header still tells that name.
 */
record HostNames(Set<String> more) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Whether the only Host header of a request that came in on {@code port} is one of ours. */
    boolean accept(List<String> hosts, int port) {
        if (hosts.size() != 1) {
            return false;
        }
        String host = hosts.getFirst().toLowerCase(Locale.ROOT);
        if (more.contains(host)) {
            return true;
        }
        String suffix = ":" + port;
        String name = host.endsWith(suffix) ? host.substring(0, host.length() - suffix.length()) : host;
        boolean portFits = host.endsWith(suffix) || port == 80;
        return portFits && (LOOPBACK.contains(name) || more.contains(name));
    }
}
