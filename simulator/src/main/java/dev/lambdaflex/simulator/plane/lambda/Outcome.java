package dev.lambdaflex.simulator.plane.lambda;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** How an invocation ended. */
public sealed interface Outcome {

    /** The function answered. */
    record Answered(Buffer payload) implements Outcome {}

    /**
     * The function failed ({@code X-Amz-Function-Error}).
     *
     * @param errorType of the payload, such as {@code Runtime.ExitError}
     * @param payload   the error as JSON with {@code errorType} and {@code errorMessage}
     */
    record Failed(String errorType, Buffer payload) implements Outcome {
        static Failed of(String errorType, String message) {
            return new Failed(errorType,
                    new JsonObject().put("errorType", errorType).put("errorMessage", message).toBuffer());
        }
    }

    /** The invocation was refused with 429 and the function never saw it. */
    record Throttled(String reason) implements Outcome {}

    /** The event was longer than Lambda takes (413); the function never saw it. */
    record TooLarge(long bytes) implements Outcome {}
}
