package dev.lambdaflex.simulator.model.api;

import java.util.List;

/**
 * A refusal as AWS words it.
 *
 * @param status   the HTTP status
 * @param code     the error code: {@code InvalidChangeBatch}
 * @param message  the text
 * @param messages the single causes; InvalidChangeBatch lists them, other errors have none
 */
public record AwsError(int status, String code, String message, List<String> messages) {

    public AwsError {
        messages = List.copyOf(messages);
    }

    public static AwsError of(String code, String message) {
        return new AwsError(400, code, message, List.of());
    }

    public static AwsError of(int status, String code, String message) {
        return new AwsError(status, code, message, List.of());
    }

    /** An error with several causes; AWS's message shows them as a list in brackets. */
    public static AwsError listing(String code, List<String> causes) {
        return new AwsError(400, code, "[" + String.join(", ", causes) + "]", causes);
    }

    @Override
    public String toString() {
        return code + ": " + message;
    }
}
