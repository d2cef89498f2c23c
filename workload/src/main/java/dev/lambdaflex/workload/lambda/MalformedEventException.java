package dev.lambdaflex.workload.lambda;

import org.jspecify.annotations.Nullable;

/** An event that is no HTTP API event of payload format 2.0; the message names the part and what was expected. */
final class MalformedEventException extends RuntimeException {

    MalformedEventException(String message) {
        this(message, null);
    }

    MalformedEventException(String message, @Nullable Throwable cause) {
        super("event: " + message, cause);
    }
}
