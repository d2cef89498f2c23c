package dev.lambdaflex.simulator.plane.lambda;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** Invokes the function and waits for its answer ({@code RequestResponse}). */
@FunctionalInterface
public interface Invoker {

    /**
     * Invokes the function. The future fails for bugs only; whatever AWS would tell its caller is an {@link Outcome}.
     *
     * @param traceId the value of {@code X-Amzn-Trace-Id}
     */
    Future<Outcome> invoke(Buffer event, String traceId);
}
