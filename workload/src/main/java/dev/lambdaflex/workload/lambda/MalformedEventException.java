package dev.lambdaflex.workload.lambda;

import org.jspecify.annotations.Nullable;

/** An event that is no HTTP request in a shape that we know; the message names the part and what was expected. */
final class MalformedEventException extends RuntimeException {

    MalformedEventException(String message) {
        this(message, null);
    }

    MalformedEventException(String message, @Nullable Throwable cause) {
        super("event: " + message, cause);
    }
}
