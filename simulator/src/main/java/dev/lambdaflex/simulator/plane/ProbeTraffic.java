package dev.lambdaflex.simulator.plane;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * The provisioner's own health probes. On AWS they have a route of their own at the API and a target group of their own at the
 * balancer, so that the metrics that gates and the quiet wait read hold what users asked, and nothing else.
 */
public final class ProbeTraffic {

    private static final String AGENT = "lambdaflex-probe";

    private ProbeTraffic() {}

    public static boolean is(HttpServerRequest request) {
        return AGENT.equals(request.getHeader(HttpHeaders.USER_AGENT));
    }
}
