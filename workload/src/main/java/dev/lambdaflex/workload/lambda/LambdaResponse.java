package dev.lambdaflex.workload.lambda;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** The app's complete answer to a {@link LambdaRequest}. */
record LambdaResponse(int status, MultiMap headers, Buffer body) {}
