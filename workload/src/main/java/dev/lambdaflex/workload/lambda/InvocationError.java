package dev.lambdaflex.workload.lambda;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A failure as the Runtime API takes it.
 *
 * @param type    {@code Category.Reason}, as the header {@code Lambda-Runtime-Function-Error-Type} wants it
 * @param message one sentence
 */
public record InvocationError(String type, String message) {

    static final String MALFORMED_EVENT = "Workload.MalformedEvent";
    static final String DEADLINE_EXCEEDED = "Workload.DeadlineExceeded";
    static final String NO_ANSWER = "Workload.NoAnswer";
    static final String ANSWER_TOO_LARGE = "Workload.AnswerTooLarge";
    static final String ANSWER_UNWRITABLE = "Workload.AnswerUnwritable";
    static final String ANSWER_REFUSED = "Workload.AnswerRefused";

    /** The stack stays out: whoever may invoke the function may read this. */
    Buffer toBuffer() {
        return new JsonObject().put("errorMessage", message)
                .put("errorType", type)
                .put("stackTrace", new JsonArray())
                .toBuffer();
    }
}
