package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/**
 * An event as the HTTP request that the client once sent.
 *
 * @param method  its method
 * @param target  path and query, percent-encoded, fit for a request line
 * @param headers without hop-by-hop headers; content-length only where it tells an empty body from none
 * @param body    empty when there is none
 */
record LambdaRequest(HttpMethod method, String target, MultiMap headers, Buffer body) {}
