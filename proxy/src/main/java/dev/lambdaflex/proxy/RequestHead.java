package dev.lambdaflex.proxy;

import dev.lambdaflex.proxy.Admission.Admitted;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Locale;
import java.util.Set;

/** Writes the head of the request that goes to an upstream, in one pass over the client's headers. */
final class RequestHead {

    private final boolean trustForwarded;
    private final String via;

    RequestHead(boolean trustForwarded, String viaName) {
        this.trustForwarded = trustForwarded;
        this.via = "1.1 " + viaName;
    }

    void write(HttpServerRequest from, Admitted admitted, Upstream upstream, MultiMap to) {
        MultiMap headers = from.headers();
        Set<String> nominated = HopByHop.nominated(headers);
        headers.forEach((name, value) -> {
            if (passes(name, nominated)) {
                to.add(name, value);
            }
        });
        to.set(HttpHeaders.HOST, upstream.authority().orElse(admitted.host()));
        to.add(Headers.VIA, via);
        writeForwarded(from, admitted.host(), headers, to);
    }

    private boolean passes(String name, Set<String> nominated) {
        if (HopByHop.is(name) || isOurs(name)) {
            return false;
        }
        // Some servers read Content_Length as Content-Length: two readings of one request.
        return name.indexOf('_') < 0 && (nominated.isEmpty() || !nominated.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** Headers that the edge writes itself, or that are for it alone. */
    private boolean isOurs(String name) {
        return switch (name.length()) {
            case 4 -> name.equalsIgnoreCase("host");
            // The edge has told the client to go on already.
            case 6 -> name.equalsIgnoreCase("expect");
            case 9 -> name.equalsIgnoreCase("forwarded") || (!trustForwarded && name.equalsIgnoreCase("x-real-ip"));
            default -> (startsWith(name, "x-forwarded-") && isForwarded(name)) || startsWith(name, Headers.OWN_PREFIX);
        };
    }

    private static boolean isForwarded(String name) {
        return switch (name.length()) {
            case 15 -> name.regionMatches(true, 12, "for", 0, 3);
            case 16 -> name.regionMatches(true, 12, "host", 0, 4) || name.regionMatches(true, 12, "port", 0, 4);
            case 17 -> name.regionMatches(true, 12, "proto", 0, 5);
            default -> false;
        };
    }

    private static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /**
     * What a peer that is no balancer of ours says of its own origin is a claim, and replaced. {@code Forwarded} is dropped
     * always: neither tier reads it, and with our hop missing it would contradict the others.
     */
    private void writeForwarded(HttpServerRequest from, String host, MultiMap headers, MultiMap to) {
        String peer = peer(from);
        String before = trustForwarded ? String.join(", ", headers.getAll(Headers.FORWARDED_FOR)) : "";
        to.set(Headers.FORWARDED_FOR, before.isEmpty() ? peer : before + ", " + peer);
        to.set(Headers.FORWARDED_PROTO, told(headers, Headers.FORWARDED_PROTO, from.isSSL() ? "https" : "http"));
        to.set(Headers.FORWARDED_HOST, told(headers, Headers.FORWARDED_HOST, host));
        SocketAddress local = from.localAddress();
        String port = local == null ? "" : Integer.toString(local.port());
        to.set(Headers.FORWARDED_PORT, told(headers, Headers.FORWARDED_PORT, port));
    }

    private String told(MultiMap headers, CharSequence name, String own) {
        String before = trustForwarded ? headers.get(name) : null;
        return before == null ? own : before;
    }

    private static String peer(HttpServerRequest from) {
        SocketAddress remote = from.remoteAddress();
        return remote == null ? "unknown" : remote.hostAddress();
    }
}
