package dev.lambdaflex.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Headers that are about one connection and must not be sent on (RFC 9110, 7.6.1): those known by name, and those that the
 * {@code Connection} header names.
 */
final class HopByHop {

    private HopByHop() {}

    /** Whether {@code name} is one of the known ones. By length first: most names are settled by one comparison of numbers. */
    static boolean is(String name) {
        return switch (name.length()) {
            case 2 -> name.equalsIgnoreCase("te");
            // Trailers are not sent on, so their announcement is not either.
            case 7 -> name.equalsIgnoreCase("upgrade") || name.equalsIgnoreCase("trailer");
            case 10 -> name.equalsIgnoreCase("connection") || name.equalsIgnoreCase("keep-alive");
            case 14 -> name.equalsIgnoreCase("http2-settings");
            case 16 -> name.equalsIgnoreCase("proxy-connection");
            case 17 -> name.equalsIgnoreCase("transfer-encoding");
            case 18 -> name.equalsIgnoreCase("proxy-authenticate");
            case 19 -> name.equalsIgnoreCase("proxy-authorization");
            default -> false;
        };
    }

    /**
     * The names, in lower case, that the {@code Connection} header adds. What frames or addresses the message is never among
     * them, or a client could make the edge drop it.
     */
    static Set<String> nominated(MultiMap headers) {
        String connection = headers.get(HttpHeaders.CONNECTION);
        if (connection == null || connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close")) {
            if (connection == null || headers.getAll(HttpHeaders.CONNECTION).size() == 1) {
                return Set.of();
            }
        }
        return parse(headers.getAll(HttpHeaders.CONNECTION));
    }

    private static Set<String> parse(List<String> values) {
        Set<String> names = new HashSet<>();
        for (String value : values) {
            for (String token : value.split(",", -1)) {
                names.add(token.strip().toLowerCase(Locale.ROOT));
            }
        }
        names.removeAll(Set.of("", "close", "content-length", "host"));
        return names;
    }
}
