package dev.lambdaflex.workload.host;

import io.vertx.core.http.HttpServerOptions;

/** The limits of the server, at least as wide as the balancer's, so that what it lets through is not refused here. */
final class Limits {

    /** ALB: request line 16 KB; Vert.x's default is 4 KB. */
    static final int REQUEST_LINE = 16 * 1024;
    /** ALB: all headers together 64 KB; Vert.x's default is 8 KB. */
    static final int HEADERS = 64 * 1024;
    /** Never close an idle connection: closing before the ALB does (60 s unless set up to 4000 s) makes sporadic 502s. */
    private static final int NO_IDLE_TIMEOUT = 0;

    private Limits() {}

    static HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(REQUEST_LINE)
                .setMaxHeaderSize(HEADERS)
                .setIdleTimeout(NO_IDLE_TIMEOUT)
                .setTcpKeepAlive(true)
                // HTTP/1.1 is what both the ALB and our own loopback speak.
                .setHttp2ClearTextEnabled(false);
    }
}
