package dev.lambdaflex.workload.lambda;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/** What became of an invocation. */
sealed interface Outcome {

    /** The app answered, with whatever status; the result is its answer in the event's format. */
    record Answered(Buffer result) implements Outcome {}

    /**
     * The app has begun to answer, and its bytes are passed on as they come.
     *
     * @param deadline when the answer must have ended
     */
    record Streamed(StreamedAnswer answer, Instant deadline) implements Outcome {}

    /** There is no answer to give: Lambda counts this as a function error. */
    record Failed(InvocationError error) implements Outcome {}
}
