package dev.lambdaflex.simulator.plane.balancer;

import dev.lambdaflex.simulator.plane.HopByHop;
import dev.lambdaflex.simulator.plane.TraceIds;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;

/** Which headers go through, and what the balancer tells the target about the client. */
final class ForwardedHeaders {

    private static final String FOR = "X-Forwarded-For";

    private ForwardedHeaders() {}

    /** The target sees the client's own Host. */
    static void request(HttpServerRequest from, MultiMap to) {
        copy(from.headers(), to);
        String client = from.remoteAddress().hostAddress();
        String before = from.getHeader(FOR);
        to.set(FOR, before == null ? client : before + ", " + client);
        to.set("X-Forwarded-Proto", "http");
        to.set("X-Forwarded-Port", Integer.toString(from.localAddress().port()));
        to.set(TraceIds.HEADER, TraceIds.markedBy(from.getHeader(TraceIds.HEADER)));
    }

    static void copy(MultiMap from, MultiMap to) {
        Set<String> dropped = HopByHop.of(from);
        from.forEach((name, value) -> {
            if (!dropped.contains(name.toLowerCase(Locale.ROOT))) {
                to.add(name, value);
            }
        });
    }
}
