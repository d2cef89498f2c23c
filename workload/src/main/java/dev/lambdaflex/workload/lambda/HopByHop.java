package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;

/** Headers that speak about one connection (RFC 9110 section 7.6.1) and mean nothing on the next. */
final class HopByHop {

    private static final List<String> ALWAYS = List.of("connection", "keep-alive", "proxy-connection", "te", "trailer",
            "transfer-encoding", "upgrade");

    private HopByHop() {}

    /** Removes them, with those that {@code Connection} names. */
    static void removeFrom(MultiMap headers) {
        List<String> connection = headers.getAll("connection");
        for (String value : connection) {
            for (String name : value.split(",", -1)) {
                headers.remove(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        ALWAYS.forEach(headers::remove);
    }
}
