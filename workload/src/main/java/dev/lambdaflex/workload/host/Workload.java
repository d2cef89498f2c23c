package dev.lambdaflex.workload.host;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** An app that can live on either tier. A Vert.x {@code Router} is such a handler, so {@code host -> router} is enough. */
@FunctionalInterface
public interface Workload {

    /**
     * Makes the handler of all requests. Called once, off the event loop, before the process is ready, so it may block for
     * as long as the start may take (Lambda allows its init phase 10 s). Whatever it throws ends the start.
     */
    Handler<HttpServerRequest> start(HostContext host) throws Exception;
}
